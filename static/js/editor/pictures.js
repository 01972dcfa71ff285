// A picture for the text: from the library, with a caption.

export function dialog(element, { editor, closing, library, shared }) {
  const caption = element.querySelector("[data-field=caption]");
  const close = closing(element);
  const choose = (picture) => {
    put(editor, String(picture.id), caption.value.trim());
    close();
  };
  const open = library(element, { ...shared, choose });
  let waiting = [];
  // Of several that were dropped together, one is asked about after the other.
  element.addEventListener("close", () => {
    if (waiting.length) open("", waiting.shift());
  });

  return (files = []) => {
    waiting = files.slice(1);
    // The caption of a picture that is there already is written in the text itself.
    element.querySelector("[data-part=caption]").hidden = editor.isActive("picture");
    caption.value = "";
    open("", files[0]);
    return true;
  };
}

function put(editor, image, caption) {
  if (editor.isActive("picture")) {
    editor.commands.updateAttributes("picture", { image });
    return;
  }
  const content = caption ? [{ type: "text", text: caption }] : [];
  // One goes on writing under the picture.
  editor.commands.insertContent([{ type: "picture", attrs: { image }, content }, {
    type: "paragraph",
  }]);
}
