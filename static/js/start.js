// Keeps what the clipboard held besides plain text, as long as the text stays as it was pasted.
(() => {
  const form = document.querySelector("[data-start]");
  const text = form.querySelector("#id_text");
  const html = form.querySelector("#id_html");
  const note = form.querySelector("[data-start-note]");
  let pasted = "";

  text.addEventListener("paste", (event) => {
    const rich = event.clipboardData.getData("text/html");
    const replacesAll = text.selectionStart === 0 && text.selectionEnd === text.value.length;
    if (rich && replacesAll) pasted = rich;
  });

  text.addEventListener("input", () => {
    if (pasted) {
      html.value = pasted;
      note.textContent = form.dataset.kept;
    } else if (html.value) {
      html.value = "";
      note.textContent = form.dataset.dropped;
    }
    pasted = "";
  });
})();
