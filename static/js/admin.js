// Names for fields that the stock admin shows in tables without a label of their own,
// taken from the column's heading. Without this script everything works, only less audibly.

function columnName(cell) {
  const table = cell.closest("table");
  const heading = table?.tHead?.rows[0]?.cells[cell.cellIndex];
  return heading?.textContent.trim().replace(/\s+/g, " ") ?? "";
}

function nameFields(root) {
  for (const field of root.querySelectorAll("td :is(input:not([type=hidden]), select, textarea)")) {
    if (field.labels?.length || field.hasAttribute("aria-label")) continue;
    const name = columnName(field.closest("td"));
    if (name) field.setAttribute("aria-label", name);
  }
  // The corner of a table of rows is not a heading of anything.
  for (const corner of root.querySelectorAll(".inline-group th:empty")) {
    corner.setAttribute("role", "cell");
  }
  for (const box of root.querySelectorAll(".select2-selection")) {
    const field = box.closest(".select2-container").previousElementSibling;
    const name = field?.labels?.[0]?.textContent.trim() || field?.getAttribute("aria-label");
    if (!name) continue;
    box.setAttribute("aria-label", name);
    box.querySelector("[role=textbox]")?.setAttribute("aria-label", name);
  }
}

// The stock search fields are drawn when jQuery says "ready", which may be after "load";
// its handlers run in the order in which they came, so this one runs after theirs.
const whenReady = window.django?.jQuery ?? ((work) => work());
whenReady(() => nameFields(document));
document.addEventListener("formset:added", (event) => nameFields(event.target));
