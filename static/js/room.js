// Before a form of the inquiries is sent, this asks whether somebody is still signed in: behind a page to
// sign in, what was typed would be gone. Without this script the form is simply sent.
for (const form of document.querySelectorAll("form[data-asks-first]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    const answer = await fetch(form.dataset.asksFirst, { redirect: "manual" }).catch(() => null)
    const note = form.querySelector("[data-signed-out]")
    note.hidden = Boolean(answer?.ok)
    if (!answer?.ok) return note.focus()
    // Another sign-in has renewed it.
    form.elements.csrfmiddlewaretoken.value = await answer.text()
    form.submit()
  })
}
