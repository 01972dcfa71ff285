// A saved answer stands in the box at once, and what was typed before stays above it; the browser's own Undo takes
// it back. Without this script the page is asked for anew.
for (const link of document.querySelectorAll("[data-begin]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const box = link.closest("form").querySelector("textarea");
    const isTyped = box.value.trim() && box.value !== box.defaultValue;
    const text = isTyped ? `\n\n${link.dataset.begin}` : link.dataset.begin;
    link.closest("details").open = false;
    box.focus();
    box.setSelectionRange(isTyped ? box.value.length : 0, box.value.length);
    if (!document.execCommand("insertText", false, text)) {
      box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    }
  });
}
