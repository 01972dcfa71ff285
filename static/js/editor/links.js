// Where a link leads. The server judges addresses again when the text is saved.

export function dialog(element, { editor, closing, messages }) {
  document.body.append(element);
  const input = element.querySelector("[data-field=address]");
  const error = element.querySelector("[role=alert]");
  const remove = element.querySelector("[data-do=remove]");
  const close = closing(element);

  remove.addEventListener("click", () => {
    editor.chain().extendMarkRange("link").unsetMark("link").run();
    close();
  });
  element.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const href = addressOf(input.value);
    error.textContent = href ? "" : messages.odd_address;
    input.setAttribute("aria-invalid", String(!href));
    if (!href) return input.focus();
    setLink(editor, href, input.value.trim());
    close();
  });

  return () => {
    const href = editor.getAttributes("link").href || "";
    input.value = href;
    input.removeAttribute("aria-invalid");
    error.textContent = "";
    remove.hidden = !href;
    element.showModal();
    input.select();
  };
}

export function setLink(editor, href, text) {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive("link")) {
    editor.commands.insertContent({
      type: "text",
      text,
      marks: [{ type: "link", attrs: { href } }],
    });
  } else {
    editor.chain().extendMarkRange("link").setMark("link", { href }).run();
  }
}

// What people type as an address, completed; null where it cannot be one.
export function addressOf(typed) {
  const text = typed.trim();
  if (/^(https?:\/\/|mailto:|tel:)\S/i.test(text) || /^(\/(?![/\\])|[#?])\S*$/.test(text)) {
    return text;
  }
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?[\d\s().-]{7,}$/.test(text)) return `tel:${text.replace(/[^\d+]/g, "")}`;
  if (/^[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}([/?#:]\S*)?$/u.test(text)) return `https://${text}`;
  return null;
}
