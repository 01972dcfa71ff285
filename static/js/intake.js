// The form and the pages of whoever has written. Without this script the exit is a plain link, and all else works as well.
"use strict";

// What came in the address is in the form now: it is nobody else's business, nor the history's.
if (location.search && document.getElementById("inquiry")) {
  history.replaceState(history.state, "", location.pathname + location.hash);
}

// Going back to this page would bring it without what came in its address: the form anew takes its place.
for (const link of document.querySelectorAll('.who-reads a:not([href$="young/"])')) {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(link.href);
  });
}

const SENT = "sent";
const SHIFTS = 3;
const WITHIN_MS = 2500;

function emptied(form) {
  // Back to what the page came with would bring back what was sent with a mistake in it.
  for (const field of form.elements) {
    if (field.type === "hidden") field.value = field.defaultValue;
    else if (field.type === "radio" || field.type === "checkbox") field.checked = false;
    else if (field.tagName === "SELECT") field.selectedIndex = 0;
    else if (field.matches("input, textarea")) field.value = "";
  }
}

function leave(exit) {
  for (const form of document.forms) emptied(form);
  document.title = "";
  document.body.replaceChildren();
  // Takes this page's place in the history, so that Back does not lead here.
  location.replace(exit.href);
}

for (const exit of document.querySelectorAll("[data-quick-exit]")) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave(exit);
  });
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    // Shift is pressed for a capital as well: then a letter follows.
    presses = event.key === "Shift" ? [...presses, event.timeStamp].slice(-SHIFTS) : [];
    if (presses.length === SHIFTS && event.timeStamp - presses[0] < WITHIN_MS) leave(exit);
  });
}
// What was sent with a mistake in it would be sent once more by who goes back to that page, or opens the tab again: it
// becomes a page that was only opened.
for (const form of document.querySelectorAll("#inquiry")) {
  form.addEventListener("submit", () => history.replaceState(history.state, "", location.href));
}
// Browsers put back what stood in a form when somebody goes back to it, or opens a closed tab again. The one word that is
// kept for this says nothing of anybody, and ends with the tab.
function wasSent() {
  try {
    if (document.querySelector("[data-sent]")) sessionStorage.setItem(SENT, "1");
    return sessionStorage.getItem(SENT) !== null;
  } catch {
    return false;
  }
}

addEventListener("pageshow", (event) => {
  const [arrival] = performance.getEntriesByType("navigation");
  const isBack = event.persisted || arrival?.type !== "navigate";
  if (wasSent() && isBack) {
    for (const form of document.querySelectorAll("#inquiry")) emptied(form);
  }
});
