// Before a form of the inquiries is sent, this asks whether somebody is still signed in: behind a page to
// sign in, what was typed would be gone; and leaving with something unsaved is asked about. Without this
// script the form is simply sent.
let isSending = false;
const guarded = [...document.querySelectorAll("form[data-asks-first]")];

function isUnsaved(form) {
  if ("unsaved" in form.dataset) return true;
  return [...form.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
}

addEventListener("beforeunload", (event) => {
  if (!isSending && guarded.some(isUnsaved)) event.preventDefault();
});

// Sent by a script, a form would not say which of its buttons was pressed.
function sayPressed(form, button) {
  if (!button?.name) return;
  const said = document.createElement("input");
  said.type = "hidden";
  said.name = button.name;
  said.value = button.value;
  form.append(said);
}

for (const form of guarded) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if ("savesByKey" in form.dataset) form.requestSubmit();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await fetch(form.dataset.asksFirst, { redirect: "manual" }).catch(() => null);
    const note = form.querySelector("[data-signed-out]");
    note.hidden = Boolean(answer?.ok);
    if (!answer?.ok) return note.focus();
    // Another sign-in has renewed it.
    form.elements.csrfmiddlewaretoken.value = await answer.text();
    isSending = true;
    sayPressed(form, event.submitter);
    form.submit();
  });
}
