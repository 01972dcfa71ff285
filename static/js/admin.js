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
}

nameFields(document);
document.addEventListener("formset:added", (event) => nameFields(event.target));
