// A link that chooses something in a form further down, as “Ask Hana Wexler” does: the form comes up with it
// chosen, and what was typed elsewhere stays. Without this script the link loads the page so.

function choose(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const [[action, choice]] = new URL(event.currentTarget.href).searchParams;
  const form = document.getElementById(action);
  const [option] = form?.querySelectorAll(`:is(option, [type=checkbox])[value="${choice}"]`) ?? [];
  if (!option) return;
  event.preventDefault();
  if (option.matches("option")) option.selected = true;
  else if (!option.checked) option.click();
  document.querySelector(".inquiry-do").prepend(form);
  form.classList.add("is-next");
  form.querySelector(".acts > .btn").classList.replace("btn-low", "btn-next");
  form.open = true;
  form.scrollIntoView();
  form.querySelector("textarea").focus({ preventScroll: true });
}

for (const link of document.querySelectorAll("[data-chooses]")) {
  link.addEventListener("click", choose);
}
