// Rich text in the admin. Without this script the text area holds the HTML and works as well.

for (const field of document.querySelectorAll("[data-rich-text]")) {
  start(field).catch((error) =>
    console.error("The editor did not start; its text area stays.", error)
  );
}

async function start(field) {
  const config = JSON.parse(field.dataset.richText);
  const names = Object.keys(config.modules);
  const loaded = await Promise.all(names.map((name) => import(config.modules[name])));
  const modules = Object.fromEntries(names.map((name, index) => [name, loaded[index]]));
  const { library } = modules;

  const textarea = field.querySelector("textarea");
  const room = part(field, "editor");
  const desk = { config, field, room, textarea, modules, post: poster(textarea) };
  desk.say = (words) => {
    room.querySelector("[role=status]").textContent = words;
  };

  textarea.before(room);
  const paste = modules.paste.handlers(desk);
  desk.editor = new library.Editor({
    element: room.querySelector(".rich-text-page"),
    content: textarea.value,
    editable: !textarea.disabled,
    extensions: modules.schema.extensions(library, desk),
    // The rules it would add as a <style> are in admin-editor.css.
    injectCSS: false,
    // Pasted asterisks are somebody's asterisks.
    enablePasteRules: false,
    editorProps: { attributes: namesOf(textarea), ...paste },
    onUpdate({ editor }) {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  desk.openLink = modules.links.dialog(desk, part(field, "link"));
  desk.openKeys = modules.keys.dialog(desk, part(field, "keys"));
  if (config.addresses.pictures) {
    desk.openPictures = modules.pictures.dialog(desk, part(field, "pictures"));
  }
  modules.toolbar.connect(desk);

  field.classList.add("is-ready");
  field.dispatchEvent(
    new CustomEvent("rich-text:ready", { bubbles: true, detail: { editor: desk.editor } }),
  );
}

function part(field, name) {
  return field.querySelector(`template[data-part=${name}]`).content.firstElementChild.cloneNode(
    true,
  );
}

// The text box takes over what the text area was called, described and told about.
function namesOf(textarea) {
  const label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`);
  const attributes = {
    role: "textbox",
    "aria-multiline": "true",
    spellcheck: "true",
    id: `${textarea.id}_text`,
  };
  if (label) {
    label.id ||= `${textarea.id}_label`;
    attributes["aria-labelledby"] = label.id;
    label.addEventListener("click", () => document.getElementById(attributes.id).focus());
  }
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (textarea.hasAttribute(name)) attributes[name] = textarea.getAttribute(name);
  }
  return attributes;
}

function poster(textarea) {
  return (address, body) =>
    fetch(address, {
      method: "POST",
      body,
      headers: { "X-CSRFToken": textarea.form.elements.csrfmiddlewaretoken.value },
    });
}
