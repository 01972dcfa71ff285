// The key / goes to the search of the whole desk: only outside of fields, and it can be switched off in one's own
// menu (WCAG 2.1.4). This browser remembers that. Without this script the field is there all the same.

const KEPT = "desk-goto-key";
const field = document.getElementById("goto");
const hint = field?.form.querySelector("kbd");
const button = document.querySelector("[data-goto-key]");
const TYPED_INTO = "input, textarea, select, [contenteditable], dialog[open], [role=textbox]";

function isOn() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

function tell() {
  const on = isOn();
  if (hint) hint.hidden = !on;
  if (button) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(on));
  }
}

function press(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.defaultPrevented || event.isComposing || !isOn()) return;
  if (event.target.closest?.(TYPED_INTO) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  field.focus();
  field.select();
}

if (field) {
  document.addEventListener("keydown", press);
  button?.addEventListener("click", () => {
    try {
      localStorage.setItem(KEPT, isOn() ? "off" : "on");
    } catch {
      // Nothing is remembered here, so the key stays as it is.
    }
    tell();
  });
  tell();
}
