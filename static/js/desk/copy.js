// A button beside each private link that copies it. Without this script the field is marked and copied by hand.

const PRIVATE = "input[data-copy]";

async function copy(field, button) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = field.dataset.copied;
  } catch {
    // Where the browser allows none it stays marked, for the keyboard.
  }
}

for (const field of document.querySelectorAll(PRIVATE)) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = field.dataset.copy;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy(field, button));
  field.closest("label").after(button);
}
