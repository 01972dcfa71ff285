// Rich text in the admin. Without this script the text area holds the HTML and works as well.

for (const field of document.querySelectorAll("[data-rich-text]")) {
  start(field).catch((error) =>
    console.error("The editor did not start; its text area stays.", error)
  );
}

async function start(field) {
  const { addresses, modules: paths, messages } = JSON.parse(field.dataset.richText);
  const modules = await load(paths);
  const { library, links } = modules;
  const textarea = field.querySelector("textarea");
  const box = part(field, "editor");
  const post = poster(textarea);
  textarea.before(box);

  const editor = new library.Editor({
    element: box.querySelector(".rich-text-page"),
    content: textarea.value,
    editable: !textarea.disabled,
    extensions: [
      ...modules.schema.extensions(library, {
        pictures: addresses.pictures,
        messages,
        openLink: () => openLink(),
      }),
      ...modules.tables.extensions(library, messages),
      modules.table_tools.extension(library),
      modules.paste.extension(library, {
        question: box.querySelector(".rich-text-choice"),
        status: box.querySelector("[role=status]"),
        setLink: links.setLink,
        addPictures: (files) => openPictures?.(files),
        tidy: addresses.paste ? (body) => post(addresses.paste, body) : null,
        messages,
      }),
    ],
    // The rules it would add as a <style> are in desk/editor.css.
    injectCSS: false,
    // Pasted asterisks are somebody's asterisks.
    enablePasteRules: false,
    editorProps: { attributes: namesOf(textarea) },
    onUpdate({ editor }) {
      textarea.value = editor.isEmpty ? "" : editor.getHTML();
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  const closing = (element, isFromText) => closeInto(editor, element, isFromText);
  const openLink = links.dialog(part(field, "link"), {
    editor,
    closing,
    messages,
    address: addresses.links,
  });
  const openKeys = modules.keys.dialog(part(field, "keys"), {
    editor,
    closing,
    form: textarea.form,
  });
  const openPictures = addresses.pictures && modules.pictures.dialog(part(field, "pictures"), {
    editor,
    closing,
    library: modules.picture_library.library,
    shared: { addresses, messages, post },
  });
  modules.toolbar.connect(box.querySelector("[role=toolbar]"), {
    editor,
    openLink,
    openKeys,
    openPictures,
    tables: modules.table_tools,
    commands: library.pm.tables,
  });

  field.classList.add("is-ready");
  field.dispatchEvent(
    new CustomEvent("rich-text:ready", { bubbles: true, detail: { editor } }),
  );
}

// The modules by name. They cannot import each other: their addresses carry a hash.
async function load(paths) {
  const loading = Object.entries(paths).map(async ([name, path]) => [name, await import(path)]);
  return Object.fromEntries(await Promise.all(loading));
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
    class: "prose",
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

// Makes a dialog close back to the text with its selection, which browsers drop; or to where somebody
// was that did not come from the text.
function closeInto(editor, element, isFromText = () => true) {
  const close = () => {
    const { state: { selection }, view } = editor;
    element.close();
    if (!isFromText()) return;
    view.focus();
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  };
  element.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  element.querySelector("[data-do=cancel]").addEventListener("click", close);
  return close;
}

function poster(textarea) {
  return (address, body) =>
    fetch(address, {
      method: "POST",
      body,
      headers: { "X-CSRFToken": textarea.form.elements.csrfmiddlewaretoken.value },
    });
}
