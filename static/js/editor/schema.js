// What a text may consist of: the same list as writing/sanitizer.py.

export function extensions(library, { pictures, messages, openLink }) {
  const {
    Blockquote,
    Bold,
    BulletList,
    Document,
    Dropcursor,
    Gapcursor,
    HardBreak,
    Heading,
    History,
    HorizontalRule,
    InputRule,
    Italic,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
    wrappingInputRule,
  } = library;
  return [
    Document,
    Paragraph,
    Text,
    Bold,
    Italic,
    HardBreak,
    HorizontalRule.extend({
      // A divider would cut a table in two.
      addInputRules() {
        return this.parent().map(({ find, handler }) =>
          new InputRule({
            find,
            handler: (typed) => isInCell(typed.state) ? null : handler(typed),
          })
        );
      },
    }),
    History,
    Gapcursor,
    Dropcursor,
    BulletList,
    ListItem,
    Heading.configure({ levels: [2, 3, 4] }),
    OrderedList.extend({
      addInputRules() {
        const start = (match) => ({ start: Number(match[1]) });
        return [
          wrappingInputRule({ find: /^(\d{1,3})[.)]\s$/, type: this.type, getAttributes: start }),
        ];
      },
    }),
    Blockquote.extend({
      addAttributes() {
        return {
          pull: {
            default: false,
            parseHTML: (element) => element.classList.contains("pull"),
            renderHTML: ({ pull }) => (pull ? { class: "pull" } : {}),
          },
        };
      },
    }),
    link(library, openLink),
    picture(library, pictures, messages),
  ];
}

function isInCell({ selection: { $from } }) {
  return $from.depth > 0 && Boolean($from.node(-1).type.spec.tableRole);
}

function link({ Mark }, openLink) {
  return Mark.create({
    name: "link",
    inclusive: false,
    addAttributes: () => ({ href: { default: "" } }),
    parseHTML: () => [{ tag: "a[href]" }],
    renderHTML: ({ HTMLAttributes }) => ["a", { href: HTMLAttributes.href }, 0],
    addKeyboardShortcuts: () => ({ "Mod-k": () => (openLink(), true) }),
  });
}

function picture({ Node }, pictures, messages) {
  return Node.create({
    name: "picture",
    group: "block",
    content: "inline*",
    isolating: true,
    draggable: true,
    addAttributes: () => ({ image: { default: null } }),
    parseHTML: () => [{
      tag: "figure[data-image]",
      getAttrs: (figure) => ({ image: figure.dataset.image }),
      contentElement: (figure) =>
        figure.querySelector("figcaption") || document.createElement("figcaption"),
    }],
    renderHTML: ({ node }) => ["figure", { "data-image": node.attrs.image }, ["figcaption", 0]],
    addNodeView: () => ({ node }) => drawn(node, pictures, messages),
    addKeyboardShortcuts() {
      const inPicture = (editor) => editor.state.selection.$from.parent.type === this.type;
      return {
        Enter: ({ editor }) => {
          if (!inPicture(editor)) return false;
          const after = editor.state.selection.$from.after();
          return editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(
            after + 1,
          ).run();
        },
        Backspace: ({ editor }) => {
          const { empty, $from } = editor.state.selection;
          if (!empty || !inPicture(editor) || $from.parent.content.size) return false;
          return editor.commands.deleteRange({ from: $from.before(), to: $from.after() });
        },
      };
    },
  });
}

function drawn(node, pictures, messages) {
  const dom = document.createElement("figure");
  const image = document.createElement("img");
  const caption = document.createElement("figcaption");
  image.contentEditable = "false";
  caption.dataset.hint = messages.caption;
  dom.append(image, caption);

  function show(next) {
    caption.classList.toggle("is-empty", next.content.size === 0);
    if (dom.dataset.image === String(next.attrs.image)) return;
    dom.dataset.image = next.attrs.image;
    lookUp(next.attrs.image);
  }

  async function lookUp(id) {
    if (!pictures) return;
    const response = await fetch(`${pictures}${encodeURIComponent(id)}/`).catch(
      () => null,
    );
    if (response?.ok) {
      const found = await response.json();
      image.alt = found.alt;
      image.src = found.src;
    } else if (response?.status === 404) {
      image.alt = messages.gone;
    }
  }

  show(node);
  return {
    dom,
    contentDOM: caption,
    update(next) {
      if (next.type !== node.type) return false;
      show(next);
      return true;
    },
    ignoreMutation: (mutation) =>
      mutation.type !== "selection" && !caption.contains(mutation.target),
  };
}
