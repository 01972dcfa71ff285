// Under the editor: places in the text that could lead somewhere on this site. Nothing is linked
// before somebody says so.

const AFTER_TYPING = 3_000;

for (const field of document.querySelectorAll("[data-rich-text]")) {
  const ready = field.querySelector(".ProseMirror")?.editor;
  if (ready) {
    start(field, ready);
  } else {
    const begin = (event) => start(field, event.detail.editor);
    field.addEventListener("rich-text:ready", begin, { once: true });
  }
}

function start(field, editor) {
  const address = JSON.parse(field.dataset.richText).addresses.offers;
  if (!address || !editor.isEditable) return;
  const textarea = field.querySelector("textarea");
  const panel = drawPanel(field);
  let asked = null;
  let timer;

  editor.on("update", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, AFTER_TYPING);
  });

  async function ask() {
    const text = textarea.value;
    if (text === asked) return;
    asked = text;
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams({ text }),
      headers: { "X-CSRFToken": textarea.form.elements.csrfmiddlewaretoken.value },
      redirect: "manual",
    }).catch(() => null);
    const answer = response?.ok ? await response.json().catch(() => null) : null;
    if (!answer) asked = null;
    // An answer on a text that has changed meanwhile is of no use; the next one is on its way.
    else if (text === textarea.value) show(answer);
  }

  function show(answer) {
    panel.hidden = !answer.offers.length;
    panel.querySelector("summary").textContent = answer.heading;
    const drawn = [...panel.querySelectorAll("li")].map((item) => item.firstChild.textContent);
    if (drawn.join("\n") === answer.offers.map((offer) => offer.sentence).join("\n")) return;
    const wasInside = panel.contains(document.activeElement);
    panel.querySelector("ul").replaceChildren(
      ...answer.offers.map((offer) => drawOffer(offer, answer.button)),
    );
    if (wasInside) moveOn();
  }

  function drawOffer(offer, label) {
    const item = document.createElement("li");
    const sentence = document.createElement("span");
    sentence.textContent = offer.sentence;
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button",
      textContent: label,
    });
    button.setAttribute("aria-label", `${label}: ${offer.sentence}`);
    button.addEventListener("click", () => {
      const range = find(editor.state.doc, offer);
      if (range) link(range, offer.url);
      item.remove();
      panel.hidden = !panel.querySelector("li");
      moveOn();
    });
    item.append(sentence, " ", button);
    return item;
  }

  function link({ from, to }, href) {
    const { state, view } = editor;
    view.dispatch(state.tr.addMark(from, to, state.schema.marks.link.create({ href })));
  }

  // Whoever uses the keyboard goes on where the next offer is, or in the text.
  function moveOn() {
    const next = panel.querySelector("button");
    if (next) next.focus();
    else editor.view.focus();
  }

  ask();
}

function drawPanel(field) {
  const panel = document.createElement("details");
  panel.className = "offers";
  panel.open = true;
  panel.hidden = true;
  panel.append(document.createElement("summary"), document.createElement("ul"));
  field.append(panel);
  return panel;
}

// Where in the document the words of an offer stand: the first range with the same line before it.
function find(doc, offer) {
  let found = null;
  doc.descendants((node, position) => {
    if (found || node.type.name === "picture" || node.attrs.pull) return false;
    if (!node.isTextblock) return true;
    if (node.type.name === "heading") return false;
    const text = node.textBetween(0, node.content.size, "\n", "\n");
    for (
      let at = text.indexOf(offer.words);
      at >= 0 && !found;
      at = text.indexOf(offer.words, at + 1)
    ) {
      const from = position + 1 + at;
      const to = from + offer.words.length;
      const isSame = plain(text.slice(0, at)).endsWith(plain(offer.before));
      if (isSame && !isLinked(doc, from, to)) found = { from, to };
    }
    return false;
  });
  return found;
}

function isLinked(doc, from, to) {
  return doc.rangeHasMark(from, to, doc.type.schema.marks.link);
}

function plain(text) {
  return text.replace(/\s+/g, " ");
}
