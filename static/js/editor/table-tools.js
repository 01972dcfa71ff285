// Working in a table: its buttons and keys. What a table is stands in tables.js.

const MOST_COLUMNS = 20;
const MOST_ROWS = 200;
const NOTHING = { rows: 0, columns: 0 };

export function extension({ Extension, pm }) {
  return Extension.create({
    name: "tableKeys",
    // Before the keys of lists and lines.
    priority: 1000,
    addKeyboardShortcuts: () => keys(pm.tables),
  });
}

export function isInTable(state) {
  return frameAround(state.selection.$from) !== null;
}

// The buttons: what each does, and when it can. One goes on in what was added, or beside what is gone.
export function actions(editor, commands) {
  const size = () => {
    const isInCell = commands.isInTable(editor.state);
    return isInCell ? sizeOf(frameAround(editor.state.selection.$from).node) : NOTHING;
  };
  const press = (name, [row, column], possible) => ({
    run() {
      const around = commands.selectedRect(editor.state);
      editor.chain().focus()
        .command(({ state, dispatch }) => commands[name](state, dispatch))
        .command((step) =>
          step.commands.setTextSelection(
            placeIn(step.tr.doc, around.tableStart, around[row], around[column]),
          )
        )
        .scrollIntoView().run();
    },
    possible,
  });
  const hasRoomBelow = () => between(size().rows, 1, MOST_ROWS - 1);
  const hasRoomBeside = () => between(size().columns, 1, MOST_COLUMNS - 1);
  return {
    table: {
      run: () => insert(editor),
      possible: () => !isInTable(editor.state) && !editor.isActive("picture"),
    },
    caption: { run: () => goToCaption(editor) },
    "row-above": press("addRowBefore", ["top", "left"], hasRoomBelow),
    "row-below": press("addRowAfter", ["bottom", "left"], hasRoomBelow),
    "column-before": press("addColumnBefore", ["top", "left"], hasRoomBeside),
    "column-after": press("addColumnAfter", ["top", "right"], hasRoomBeside),
    "delete-row": press("deleteRow", ["top", "left"], () => size().rows > 1),
    "delete-column": press("deleteColumn", ["top", "left"], () => size().columns > 1),
    "delete-table": { run: () => remove(editor) },
  };
}

// Where the first line of a cell begins; of the last one there is, where it would be beyond.
function placeIn(doc, start, row, column) {
  const rows = doc.nodeAt(start - 1);
  const inRow = Math.min(row, rows.childCount - 1);
  const cells = rows.child(inRow);
  const inColumn = Math.min(column, cells.childCount - 1);
  let place = start;
  for (let number = 0; number < inRow; number += 1) place += rows.child(number).nodeSize;
  for (let number = 0; number < inColumn; number += 1) place += cells.child(number).nodeSize;
  return place + 3;
}

function keys({ addRowAfter, goToNextCell }) {
  const inTable = (act) => ({ editor }) => isInTable(editor.state) && act(editor);
  const go = (editor, direction) =>
    goToNextCell(direction)(editor.state, (change) => editor.view.dispatch(change));
  return {
    Tab: inTable((editor) => {
      if (isInCaption(editor)) return goToFirstCell(editor);
      if (go(editor, 1)) return true;
      if (sizeOf(frameAround(editor.state.selection.$from).node).rows >= MOST_ROWS) return false;
      addRowAfter(editor.state, (change) => editor.view.dispatch(change));
      return go(editor, 1);
    }),
    "Shift-Tab": inTable((editor) =>
      !isInCaption(editor) && (go(editor, -1) || goToCaption(editor))
    ),
    Enter: inTable((editor) =>
      isInCaption(editor) ? goToFirstCell(editor) : editor.commands.setHardBreak()
    ),
    "Mod-Enter": inTable(goUnder),
  };
}

function isInCaption(editor) {
  return editor.isActive("tableCaption");
}

function goToCaption(editor) {
  const { start } = frameAround(editor.state.selection.$from);
  return editor.chain().focus().setTextSelection(start + 1).scrollIntoView().run();
}

function goToFirstCell(editor) {
  const { node, start } = frameAround(editor.state.selection.$from);
  // Past the caption, into rows, row, cell and paragraph.
  return editor.commands.setTextSelection(start + node.firstChild.nodeSize + 4);
}

// On with the text under the table, in a new paragraph unless an empty one waits there.
function goUnder(editor) {
  const { node, start } = frameAround(editor.state.selection.$from);
  const after = start + node.nodeSize - 1;
  const next = editor.state.doc.resolve(after).nodeAfter;
  if (next?.type.name === "paragraph" && !next.content.size) {
    return editor.commands.setTextSelection(after + 1);
  }
  return editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1)
    .scrollIntoView().run();
}

function insert(editor) {
  const { state: { doc, schema, selection: { $from } } } = editor;
  const isEmpty = $from.depth === 1 && !$from.parent.content.size;
  const [start, end] = isEmpty
    ? [$from.before(1), $from.after(1)]
    : Array(2).fill($from.depth ? $from.after(1) : $from.pos);
  const { plainTable, tableCaption, tableRows, tableRow, tableHeader, tableCell } = schema.nodes;
  const rows = [tableHeader, tableCell, tableCell].map((type) =>
    tableRow.create(null, [type.createAndFill(), type.createAndFill()])
  );
  const table = plainTable.create(null, [tableCaption.create(), tableRows.create(null, rows)]);
  const isLast = end === doc.content.size;
  const nodes = isLast ? [table, schema.nodes.paragraph.create()] : [table];
  editor.chain().focus().command(({ tr }) => {
    tr.replaceWith(start, end, nodes);
    return true;
  }).setTextSelection(start + 7).scrollIntoView().run();
}

function remove(editor) {
  const { node, start } = frameAround(editor.state.selection.$from);
  editor.chain().focus().command(({ tr, state }) => {
    tr.replaceWith(start - 1, start - 1 + node.nodeSize, state.schema.nodes.paragraph.create());
    return true;
  }).setTextSelection(start).run();
}

// {node, start}: the table around a place, and where its inside begins; null outside of any.
function frameAround($place) {
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    const node = $place.node(depth);
    if (node.type.name === "plainTable") return { node, start: $place.start(depth) };
  }
  return null;
}

function sizeOf(table) {
  const rows = table.lastChild;
  return { rows: rows.childCount, columns: rows.firstChild.childCount };
}

function between(number, least, most) {
  return number >= least && number <= most;
}
