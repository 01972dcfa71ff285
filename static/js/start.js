// Keeps what the clipboard held besides plain text, and says whether the text was changed since.
(() => {
  const form = document.querySelector("[data-start]");
  const text = form.querySelector("#id_text");
  const html = form.querySelector("#id_html");
  const touched = form.querySelector("#id_touched");
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
      touched.value = "";
      note.textContent = form.dataset.kept;
    } else if (!text.value) {
      html.value = "";
      touched.value = "";
      note.textContent = "";
    } else if (html.value && !touched.value) {
      touched.value = "1";
      note.textContent = form.dataset.changed;
    }
    pasted = "";
  });
})();
