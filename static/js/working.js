// While a form that takes its time is on its way: the pressed button says so and cannot be pressed
// again. Mark the form, or a role="status" element inside it, with data-working="What it says".
for (const marked of document.querySelectorAll("[data-working]")) {
  const form = marked.closest("form");
  const message = marked.dataset.working;
  let restore = () => {};

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    // Later than the event: a disabled button would not be sent along.
    setTimeout(() => {
      if (event.defaultPrevented || !button) return;
      const label = button.value;
      const text = button.textContent;
      button.disabled = true;
      if (button.tagName === "INPUT") button.value = message;
      else button.textContent = message;
      if (marked !== form) marked.textContent = message;
      restore = () => {
        button.disabled = false;
        if (button.tagName === "INPUT") button.value = label;
        else button.textContent = text;
        if (marked !== form) marked.textContent = "";
      };
    });
  });
  // The browser's back button may show this very page again.
  addEventListener("pageshow", (event) => event.persisted && restore());
}
