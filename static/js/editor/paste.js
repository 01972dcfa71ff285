// Pasting: the server tidies what comes from word processors and other sites (writing/pasting/pasted.py).

const WAIT = 10_000;

// What its source may mark as no part of the text: only the server can tell it apart from the words.
// Rather too much than too little: it is asked only where the server does not answer.
const NAMED =
  "mso-(?:hide|element|special-character:\\s*comment)|mso-?(?:com|del|move-?from|header|footer|page)|cmnt|comment" +
  "|hidden|invisible|d-none|track|suggest|deleted|deletion|removed|-del\\b|annotation|signature|gmail_attr|docos-|disqus|rplyfwd" +
  "|sr-?only|screen-?reader|popover|doc-page|title=.?(?:header|footer)";
const UNSEEN =
  "display\\s*:\\s*none|visibility:\\s*collapse|opacity|clip(?:-path)?:|scale3?d?\\(|height:\\s*0" +
  "|(?:transform|indent|left|top|margin)[^;\"'{}<>]{0,30}-\\d{3}|indent:\\s*100%|font(?:-size)?:\\s*(?:[01]|0?\\.\\d+)(?:[a-z%/;\"'\\s]|$)" +
  "|\\b(?:color|fill)[:=]\\s*[\"']?(?:white|window\\b|transparent|#f{3}|#(?:f[0-9a-f]){3}|rgba?\\((?:25\\d|100%)|rgba\\(0, ?0, ?0, ?0\\)|hsl|#0{8}|#0000\\b)" +
  "|(?:\\bbackground|bgcolor)(?:-color)?[:=]\\s*[\"']?(?!transparent|none|inherit|initial|white|#f{3}|rgb\\(255, ?255, ?255\\))[a-z#]";
const MARKED = new RegExp(
  "<(?:(?:del|ins|s|strike|comment|w:|suggestion-)\\b|[a-z]+[:-](?:[a-z]+-){0,3}del)" +
    `|<[^<>!][^<>]*(?:${NAMED}|${UNSEEN})|\\{[^{}<>]*(?:${UNSEEN})`,
  "i",
);

// The same, typed among the words.
const TYPED = /<!--|\{(?:>>|--|\+\+|~~|==)|\[[A-Z][A-Za-z]{0,4}\d{1,4}(?:R\d{1,3})?\]\s*:/;

export function extension({ Extension, Plugin, pm }, parts) {
  return Extension.create({
    name: "pasting",
    addProseMirrorPlugins() {
      return [new Plugin({ props: handlers(this.editor, pm, parts) })];
    },
  });
}

function handlers(editor, { history, state: { Selection } }, parts) {
  const { question, status, setLink, addPictures, tidy, messages } = parts;
  const say = (sentence) => {
    status.textContent = sentence;
  };

  function take(view, event, data, at) {
    if (!data) return false;
    const html = data.getData("text/html");
    const text = data.getData("text/plain");
    // From an editor of this kind: nothing to tidy.
    if (html.includes("data-pm-slice") && !MARKED.test(html)) return false;
    const files = [...data.files ?? []];
    if (files.length && isOnlyPicture(html) && (html || !text.trim())) {
      event.preventDefault();
      takePictures(view, files.filter((file) => file.type.startsWith("image/")), at);
      return true;
    }
    if (!html.trim() && !text.trim()) return false;
    if (!html && !text.includes("\n") && !TYPED.test(text)) {
      return at === undefined && linkSelection(text);
    }
    event.preventDefault();
    insert(view, html, text, at);
    return true;
  }

  // Into the library, which asks for their descriptions, and then to where they were dropped.
  function takePictures(view, pictures, at) {
    if (!pictures.length) return say(messages.no_pictures);
    if (at !== undefined) {
      const { doc, tr } = view.state;
      view.dispatch(tr.setSelection(Selection.near(doc.resolve(at))));
    }
    if (!addPictures(pictures)) say(messages.picture_files);
  }

  // An address pasted over selected words makes them a link.
  function linkSelection(text) {
    const isAddress = /^(https?:\/\/|mailto:|tel:)\S+$/i.test(text.trim());
    if (!isAddress || editor.state.selection.empty) return false;
    setLink(editor, text.trim(), text);
    return true;
  }

  async function insert(view, html, text, at) {
    const { doc, selection } = view.state;
    let bookmark = (at === undefined ? selection : Selection.near(doc.resolve(at))).getBookmark();
    const follow = ({ transaction }) => {
      bookmark = bookmark.map(transaction.mapping);
    };
    editor.on("transaction", follow);
    const slow = setTimeout(() => say(messages.pasting), 400);
    const answer = await tidied(tidy, html, text);
    clearTimeout(slow);
    editor.off("transaction", follow);
    if (editor.isDestroyed) return;

    if (!answer && (MARKED.test(html) || TYPED.test(text))) {
      say(messages.pasted_not);
      return;
    }
    // Its own step in the history, whatever was typed just before and after.
    view.dispatch(
      history.closeHistory(view.state.tr.setSelection(bookmark.resolve(view.state.doc))),
    );
    put(view, answer ? answer.html : paragraphs(text || wordsOf(html)));
    view.dispatch(history.closeHistory(view.state.tr));
    if (answer?.pictures) {
      const detail = JSON.stringify(answer.pictures);
      view.dom.dispatchEvent(new CustomEvent("pictures-left-out", { detail, bubbles: true }));
    }
    if (answer?.markdown) {
      offer(view, answer);
      return;
    }
    say(answer ? [answer.note, answer.question].filter(Boolean).join(" ") : messages.pasted_plain);
    ask(answer?.headings || []);
  }

  // The same text by the signs of Markdown, in place of what was pasted, until somebody goes on writing.
  function offer(view, { headings, markdown, note, question: aboutHeadings }) {
    const pasted = view.state.doc;
    say([note, markdown.question].filter(Boolean).join(" "));
    const buttons = question.querySelectorAll("[data-answer]");
    const usual = Array.from(buttons, (button) => button.textContent);
    const label = (words) => buttons.forEach((button, n) => button.textContent = words[n]);
    label(markdown.answers);
    question.hidden = false;
    const close = () => {
      editor.off("transaction", forget);
      question.hidden = true;
      label(usual);
      say("");
    };
    function forget() {
      if (view.state.doc !== pasted) close();
    }
    editor.on("transaction", forget);
    question.onclick = (event) => {
      const answer = event.target.dataset.answer;
      if (!answer) return;
      close();
      if (answer === "yes") {
        editor.commands.undo();
        put(view, markdown.html);
        view.dispatch(history.closeHistory(view.state.tr));
        say(markdown.note);
        editor.commands.focus();
      } else {
        say(headings.length ? aboutHeadings : "");
        ask(headings);
      }
    };
  }

  function ask(lines) {
    question.hidden = !lines.length;
    question.onclick = (event) => {
      const answer = event.target.dataset.answer;
      if (!answer) return;
      if (answer === "yes") makeHeadings(editor, new Set(lines));
      question.hidden = true;
      say("");
      editor.commands.focus();
    };
  }

  function put(view, html) {
    const pasted = new DOMParser().parseFromString(html, "text/html").body;
    const first = pasted.firstElementChild;
    if (
      pasted.children.length > 1 && first.localName !== "p" && !editor.isActive("plainTable") &&
      view.state.selection.$from.parent.content.size
    ) {
      // A heading or list does not dissolve into the line it is pasted behind.
      editor.commands.insertContent(html);
    } else {
      view.pasteHTML(html);
    }
  }

  // As DOM events, since ProseMirror parses what is pasted before it asks its own handlers, and every
  // inline style in it would then be a violation of the policy.
  return {
    handleDOMEvents: {
      paste: (view, event) => take(view, event, event.clipboardData),
      drop(view, event) {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return !view.dragging && at !== undefined && take(view, event, event.dataTransfer, at);
      },
    },
  };
}

// Whoever copies a picture on a page copies its address beside it.
function isOnlyPicture(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return !body.textContent.trim() && body.querySelectorAll("img").length < 2;
}

// What the server makes of it, within a time somebody waits for; null when it does not say.
async function tidied(tidy, html, text) {
  if (!tidy) return null;
  const body = new FormData();
  // Pictures inside the clipboard are left out anyway, and can be many megabytes.
  body.set("html", html.replace(/(src\s*=\s*["']?)data:[^"'\s>]*/gi, "$1"));
  body.set("text", text);
  const late = new Promise((resolve) => {
    setTimeout(resolve, WAIT, null);
  });
  const response = await Promise.race([
    tidy(body).catch(() => null),
    late,
  ]);
  return response?.ok ? response.json().catch(() => null) : null;
}

// A paragraph for each line that says something; as HTML, so that no line is read as any.
export function paragraphs(text) {
  const box = document.createElement("div");
  for (const line of text.split(/\n+/)) {
    if (!line.trim()) continue;
    const paragraph = document.createElement("p");
    paragraph.textContent = line.trim();
    box.append(paragraph);
  }
  return box.innerHTML;
}

// Lines as one would read them, where a page comes without its plain text.
export function wordsOf(html) {
  const page = new DOMParser().parseFromString(
    html.replace(/<(br|\/(p|div|li|h\d|tr|td|th|caption))\b[^>]*>/gi, "\n$&"),
    "text/html",
  );
  return page.body.textContent;
}

function makeHeadings(editor, lines) {
  const { state, schema, view } = editor;
  const change = state.tr;
  state.doc.forEach((node, offset) => {
    if (node.type.name !== "paragraph" || !lines.has(node.textContent)) return;
    const [from, to] = [offset + 1, offset + 1 + node.content.size];
    // A heading is bold by itself.
    change.removeMark(from, to, schema.marks.bold).setBlockType(from, to, schema.nodes.heading, {
      level: 2,
    });
  });
  view.dispatch(change);
}
