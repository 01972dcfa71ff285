// The exit is a plain link without this script.
"use strict";

for (const exit of document.querySelectorAll("[data-quick-exit]")) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    for (const form of document.forms) form.reset();
    // Takes this page's place in the history, so that Back does not lead here.
    location.replace(exit.href);
  });
}
