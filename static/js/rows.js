// Adds the button that adds rows. Without it the form shows three empty rows and works the same.
"use strict";
{
  const addRow = (rows) => {
    const total = rows.querySelector("input[name$='-TOTAL']");
    const template = rows.querySelector("template");
    const number = Number(total.value);
    const row = document.importNode(template.content, true);
    for (const part of row.querySelectorAll("*")) {
      for (const attribute of part.attributes) {
        attribute.value = attribute.value.replaceAll("__row__", number);
      }
    }
    const legend = row.querySelector("legend");
    legend.textContent = legend.textContent.replace("__number__", number + 1);
    const first = row.querySelector("input:not([type=hidden]), select, textarea");
    template.before(row);
    total.value = number + 1;
    first.focus();
  };

  const start = () => {
    for (const rows of document.querySelectorAll("[data-rows]")) {
      if (!rows.querySelector("template")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button rows-add";
      button.textContent = rows.dataset.addLabel;
      button.addEventListener("click", () => addRow(rows));
      rows.append(button);
    }
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}
