// Where a link leads. The server judges addresses again when the text is saved.

export function dialog(element, { editor, closing, messages, address }) {
  document.body.append(element);
  const input = element.querySelector("[data-field=address]");
  const error = element.querySelector("[role=alert]");
  const remove = element.querySelector("[data-do=remove]");
  const close = closing(element);
  const found = finder(element, input, { address, messages });

  remove.addEventListener("click", () => {
    editor.chain().extendMarkRange("link").unsetMark("link").run();
    close();
  });
  element.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const own = found.chosen();
    const href = addressOf(input.value) ?? own?.value;
    error.textContent = href ? "" : messages.odd_address;
    input.setAttribute("aria-invalid", String(!href));
    if (!href) return input.focus();
    setLink(editor, href, own ? own.dataset.label : input.value.trim());
    close();
  });

  return () => {
    const href = editor.getAttributes("link").href || "";
    const { from, to } = editor.state.selection;
    // What is marked is often the name of what it should lead to.
    input.value = href || editor.state.doc.textBetween(from, to, " ").slice(0, 60).trim();
    input.removeAttribute("aria-invalid");
    error.textContent = "";
    remove.hidden = !href;
    element.showModal();
    input.select();
    found.look();
  };
}

// What of this site has such a name, under the field while somebody types.
function finder(element, input, { address, messages }) {
  const part = element.querySelector("[data-part=found]");
  const list = part.querySelector("div");
  const status = element.querySelector("[role=status]");
  let asked = 0;
  let timer;

  function show(choices, sentence) {
    list.replaceChildren(...choices.map(option));
    part.hidden = !choices.length;
    status.textContent = sentence;
  }

  async function look() {
    const mine = (asked += 1);
    const typed = input.value.trim();
    if (!address || !typed || addressOf(typed)) return show([], "");
    const response = await fetch(`${address}?${new URLSearchParams({ q: typed })}`)
      .catch(() => null);
    const answer = response?.ok ? await response.json().catch(() => null) : null;
    if (mine !== asked) return;
    const count = answer?.choices.length;
    if (!answer) show([], "");
    else {show(
        answer.choices,
        count ? messages.links_found.replace("{count}", count) : messages.no_link_found,
      );}
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, 150);
  });
  return { look, chosen: () => part.hidden ? null : list.querySelector("input:checked") };
}

function option({ label, kind, url }, index) {
  const row = document.createElement("label");
  const radio = Object.assign(document.createElement("input"), {
    type: "radio",
    name: "found",
    value: url,
    checked: index === 0,
  });
  radio.dataset.label = label;
  const words = document.createElement("span");
  const small = document.createElement("small");
  small.textContent = kind;
  words.append(label, " ", small);
  row.append(radio, words);
  return row;
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
