// One press covers names and words on the screen, another one shows them; it stays so from page to page
// until then. The key works outside fields only, and is switched off by whoever wants none.

const button = document.querySelector("[data-cover]");
const NAME = "desk-covered";

function stored() {
  try {
    return sessionStorage.getItem(NAME) === "yes";
  } catch {
    return false;
  }
}

function show(isCovered) {
  document.documentElement.classList.toggle("is-covered", isCovered);
  try {
    sessionStorage.setItem(NAME, isCovered ? "yes" : "no");
  } catch {
    // Then it holds for this page.
  }
}

function turn() {
  show(!document.documentElement.classList.contains("is-covered"));
}

function isInField(target) {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]");
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", turn);
  if (stored()) show(true);
  addEventListener("keydown", (event) => {
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    if (event.key.toLowerCase() !== button.dataset.key || isOther || isInField(event.target)) {
      return;
    }
    event.preventDefault();
    turn();
  });
}
