// The exit is a plain link without this script.
"use strict";

// What came in the address is in the form now: it is nobody else's business, nor the history's.
if (location.search && document.getElementById("inquiry")) {
  history.replaceState(history.state, "", location.pathname + location.hash);
}

for (const exit of document.querySelectorAll("[data-quick-exit]")) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    for (const form of document.forms) form.reset();
    // Takes this page's place in the history, so that Back does not lead here.
    location.replace(exit.href);
  });
}
