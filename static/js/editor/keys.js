// What the keyboard can do: the list of it, and the keys that are about the whole form.

export function dialog(element, { editor, closing, form }) {
  const isMac = /mac|iphone|ipad/i.test(navigator.platform);
  if (isMac) {
    for (const key of element.querySelectorAll("kbd")) {
      key.textContent = key.textContent.replace("Ctrl", "⌘");
    }
  }
  element.querySelector("[data-part=save]").hidden = !buttonToSave(form);
  document.body.append(element);
  let isFromText = false;
  closing(element, () => isFromText);

  const open = () => {
    isFromText = editor.view.hasFocus();
    element.showModal();
  };
  document.addEventListener("keydown", (event) => {
    // Where a page has several editors, the first one answers.
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const act = asked(event, form, open);
    if (!act) return;
    event.preventDefault();
    act();
  });
  return open;
}

function asked(event, form, open) {
  const isChord = (event.ctrlKey || event.metaKey) && !event.altKey;
  const save = buttonToSave(form);
  if (isChord && event.key.toLowerCase() === "s" && save) return () => save.click();
  if (isChord && event.key === "/") return open;
  return event.key === "?" && !isTyping(event.target) ? open : null;
}

// The button that never makes something public, where there is one.
function buttonToSave(form) {
  return [...form.elements].find((element) => element.dataset.key === "save");
}

function isTyping(target) {
  return target.isContentEditable || target.matches("input, select, textarea");
}
