// The buttons above the text: which are pressed, what they do, and the arrow keys between them.

export function connect(bar, { editor, openLink, openKeys, openPictures, tables, commands }) {
  const buttons = [...bar.querySelectorAll("button")];
  const ofTable = bar.querySelector("[data-part=table]");
  const isInTable = () => tables.isInTable(editor.state);
  const actions = {
    ...actionsOf(editor, { openLink, openKeys, openPictures, isInTable }),
    ...tables.actions(editor, commands),
    further: { run: () => unfold(bar) },
  };

  for (const button of buttons) {
    const action = actions[button.dataset.do];
    // Pressing with the mouse keeps the selection in the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => button.ariaDisabled !== "true" && action.run());
  }

  function refresh() {
    ofTable.hidden = !isInTable();
    for (const button of buttons) {
      const { pressed, possible } = actions[button.dataset.do];
      if (pressed) button.setAttribute("aria-pressed", String(pressed()));
      if (possible) button.setAttribute("aria-disabled", String(!possible()));
    }
    if (stop.closest("[hidden]")) stopAt(buttons[0]);
  }

  // One stop for the tab key; arrows move inside, as screen readers announce for a toolbar.
  let stop = buttons[0];
  function stopAt(chosen) {
    stop = chosen;
    for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
  }
  stopAt(stop);
  editor.on("transaction", refresh);
  refresh();
  bar.addEventListener("focusin", (event) => stopAt(event.target));
  // In a table the tab key goes from cell to cell, so there is another one that leads here.
  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.key !== "F10" || !event.altKey) return;
    event.preventDefault();
    (isInTable() ? ofTable.querySelector("button") : stop).focus();
  });
  bar.addEventListener("keydown", (event) => {
    // On a phone some wait until they are asked for.
    const shown = buttons.filter((button) => button.offsetParent);
    const here = shown.indexOf(document.activeElement);
    const last = shown.length - 1;
    const steps = {
      ArrowRight: here === last ? 0 : here + 1,
      ArrowLeft: here ? here - 1 : last,
      Home: 0,
      End: last,
    };
    if (!(event.key in steps)) return;
    event.preventDefault();
    shown[steps[event.key]].focus();
  });
}

function unfold(bar) {
  const isUnfolded = bar.classList.toggle("is-unfolded");
  bar.querySelector("[data-do=further]").ariaExpanded = String(isUnfolded);
}

function actionsOf(editor, { openLink, openKeys, openPictures, isInTable }) {
  const chain = () => editor.chain().focus();
  // A cell holds lines, and nothing that stands apart from others.
  const possible = () => !isInTable();
  const heading = (level) => ({
    possible,
    run: () => chain().toggleHeading({ level }).run(),
    pressed: () => editor.isActive("heading", { level }),
  });
  const quote = (pull) => ({
    possible,
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
      possible,
    },
    numbered: {
      run: () => chain().toggleOrderedList().run(),
      pressed: () => editor.isActive("orderedList"),
      possible,
    },
    quote: quote(false),
    pull: quote(true),
    picture: { run: () => openPictures(), possible },
    divider: { run: () => chain().setHorizontalRule().run(), possible },
    undo: { run: () => chain().undo().run(), possible: () => editor.can().undo() },
    keys: { run: () => openKeys() },
    redo: { run: () => chain().redo().run(), possible: () => editor.can().redo() },
  };
}
