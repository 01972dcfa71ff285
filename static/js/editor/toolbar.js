// The buttons above the text: which are pressed, what they do, and the arrow keys between them.

export function connect(bar, { editor, openLink, openKeys, openPictures }) {
  const buttons = [...bar.querySelectorAll("button")];
  const actions = actionsOf(editor, { openLink, openKeys, openPictures });

  for (const button of buttons) {
    const action = actions[button.dataset.do];
    // Pressing with the mouse keeps the selection in the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => button.ariaDisabled !== "true" && action.run());
  }

  function refresh() {
    for (const button of buttons) {
      const { pressed, possible } = actions[button.dataset.do];
      if (pressed) button.setAttribute("aria-pressed", String(pressed()));
      if (possible) button.setAttribute("aria-disabled", String(!possible()));
    }
  }
  editor.on("transaction", refresh);
  refresh();

  // One stop for the tab key; arrows move inside, as screen readers announce for a toolbar.
  function stopAt(chosen) {
    for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
  }
  stopAt(buttons[0]);
  bar.addEventListener("focusin", (event) => stopAt(event.target));
  bar.addEventListener("keydown", (event) => {
    const here = buttons.indexOf(document.activeElement);
    const last = buttons.length - 1;
    const steps = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here ? here - 1 : last,
      Home: 0,
      End: last,
    };
    if (!(event.key in steps)) return;
    event.preventDefault();
    buttons[steps[event.key]].focus();
  });
}

function actionsOf(editor, { openLink, openKeys, openPictures }) {
  const chain = () => editor.chain().focus();
  const heading = (level) => ({
    run: () => chain().toggleHeading({ level }).run(),
    pressed: () => editor.isActive("heading", { level }),
  });
  const quote = (pull) => ({
    run() {
      if (editor.isActive("blockquote", { pull })) chain().lift("blockquote").run();
      else if (editor.isActive("blockquote")) {
        chain().updateAttributes("blockquote", { pull }).run();
      } else chain().wrapIn("blockquote", { pull }).run();
    },
    pressed: () => editor.isActive("blockquote", { pull }),
  });
  return {
    text: { run: () => chain().setParagraph().run(), pressed: () => editor.isActive("paragraph") },
    h2: heading(2),
    h3: heading(3),
    h4: heading(4),
    bold: { run: () => chain().toggleBold().run(), pressed: () => editor.isActive("bold") },
    italic: { run: () => chain().toggleItalic().run(), pressed: () => editor.isActive("italic") },
    link: { run: () => openLink(), pressed: () => editor.isActive("link") },
    list: {
      run: () => chain().toggleBulletList().run(),
      pressed: () => editor.isActive("bulletList"),
    },
    numbered: {
      run: () => chain().toggleOrderedList().run(),
      pressed: () => editor.isActive("orderedList"),
    },
    quote: quote(false),
    pull: quote(true),
    picture: { run: () => openPictures() },
    divider: { run: () => chain().setHorizontalRule().run() },
    undo: { run: () => chain().undo().run(), possible: () => editor.can().undo() },
    keys: { run: () => openKeys() },
    redo: { run: () => chain().redo().run(), possible: () => editor.can().redo() },
  };
}
