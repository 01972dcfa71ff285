// A list of the desk: how many are chosen, all on this page at once, and a row of them with Shift.
// Without this script each is chosen by itself.

const form = document.getElementById("changelist-form");
const boxes = form ? [...form.querySelectorAll(".action-select")] : [];
const all = document.getElementById("action-toggle");
const told = form?.querySelector("[data-chosen]");
const across = form?.querySelector("[data-across]");
let last = null;

function tell() {
  const chosen = boxes.filter((box) => box.checked).length;
  if (told) told.value = told.dataset.words.replace("{}", chosen);
  if (all) {
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  if (across) {
    across.hidden = chosen < boxes.length;
    if (across.hidden) across.querySelector("input").checked = false;
  }
}

function choose(event) {
  const here = boxes.indexOf(event.target);
  if (event.shiftKey && last !== null) {
    const [from, to] = [Math.min(last, here), Math.max(last, here)];
    for (const box of boxes.slice(from, to + 1)) box.checked = event.target.checked;
  }
  last = here;
  tell();
}

for (const box of boxes) box.addEventListener("click", choose);
all?.addEventListener("change", () => {
  for (const box of boxes) box.checked = all.checked;
  tell();
});
form?.addEventListener("reset", () => setTimeout(tell));
if (boxes.length) tell();
