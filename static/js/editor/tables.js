// A plain table in the text: a caption, one header row, cells of lines. What else a table may be
// elsewhere becomes this on the server (writing/reading/table_grids.py).

const NAME = "plainTable";

export function extensions({ Extension, Node, Plugin, pm }, messages) {
  return [
    frame(Node),
    caption(Node, messages),
    part(Node, { name: "tableRows", tableRole: "table", content: "tableRow+", tag: "tbody" }),
    part(Node, {
      name: "tableRow",
      tableRole: "row",
      content: "(tableHeader | tableCell)+",
      tag: "tr",
    }),
    cell(Node, { name: "tableHeader", tableRole: "header_cell", tag: "th" }),
    cell(Node, { name: "tableCell", tableRole: "cell", tag: "td" }),
    Extension.create({
      name: "tables",
      extendNodeSchema: ({ config: { tableRole } }) => (tableRole ? { tableRole } : {}),
      addProseMirrorPlugins: () => [
        new Plugin({
          props: { transformPasted: (slice, view) => fitting(slice, view.state, pm) },
          appendTransaction: (steps, _before, state) =>
            steps.some((step) => step.docChanged) ? inShape(state) : null,
        }),
        pm.tables.tableEditing(),
      ],
    }),
  ];
}

function frame(Node) {
  return Node.create({
    name: NAME,
    group: "block",
    content: "tableCaption? tableRows",
    isolating: true,
    selectable: false,
    parseHTML: () => [{ tag: "table", contentElement: partsOf }],
    renderHTML: () => ["table", 0],
    addNodeView: () => () => {
      const dom = document.createElement("div");
      const contentDOM = document.createElement("table");
      dom.className = "rich-text-table";
      dom.append(contentDOM);
      return { dom, contentDOM };
    },
  });
}

// Whatever parts a table has: its caption, and all rows in one, the first of them the header.
function partsOf(table) {
  const parts = document.createElement("table");
  const rows = document.createElement("tbody");
  for (const row of table.rows) {
    const copy = document.createElement("tr");
    for (const cell of row.cells) {
      const own = document.createElement(rows.childElementCount ? "td" : "th");
      own.append(...cell.cloneNode(true).childNodes);
      copy.append(own);
    }
    rows.append(copy);
  }
  parts.append(table.caption?.cloneNode(true) ?? document.createElement("caption"), rows);
  return parts;
}

function part(Node, { name, tableRole, content, tag }) {
  return Node.create({
    name,
    tableRole,
    content,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });
}

function cell(Node, { name, tableRole, tag }) {
  const one = { default: 1, rendered: false, parseHTML: () => 1 };
  return Node.create({
    name,
    tableRole,
    content: "paragraph+",
    isolating: true,
    // What the library asks of every cell; here none goes over several.
    addAttributes: () => ({
      colspan: one,
      rowspan: one,
      colwidth: { default: null, rendered: false, parseHTML: () => null },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });
}

function caption(Node, messages) {
  return Node.create({
    name: "tableCaption",
    content: "inline*",
    isolating: true,
    selectable: false,
    parseHTML: () => [{ tag: "caption" }],
    renderHTML: () => ["caption", 0],
    addNodeView: () => ({ node }) => {
      const dom = document.createElement("caption");
      dom.dataset.hint = messages.table_caption;
      const update = (next) => {
        if (next.type !== node.type) return false;
        dom.classList.toggle("is-empty", next.content.size === 0);
        return true;
      };
      update(node);
      return { dom, contentDOM: dom, update, ignoreMutation: ({ type }) => type === "attributes" };
    },
  });
}

// The first row is the header, whichever it is by now, and there is a place for a caption.
function inShape(state) {
  const change = state.tr;
  const { tableCaption, tableHeader, tableCell } = state.schema.nodes;
  state.doc.descendants((node, position) => {
    if (node.type.name !== NAME) return !node.isTextblock;
    const rows = node.lastChild;
    const start = position + 1 + (node.childCount > 1 ? node.firstChild.nodeSize : 0);
    rows.forEach((row, offset, number) => {
      row.forEach((own, at) => {
        const type = number ? tableCell : tableHeader;
        if (own.type !== type) change.setNodeMarkup(start + 1 + offset + 1 + at, type);
      });
    });
    if (node.childCount === 1) {
      change.insert(change.mapping.map(position + 1, -1), tableCaption.create());
    }
    return false;
  });
  return change.docChanged ? change : null;
}

// What is pasted into a table: cells as cells, anything else as lines.
function fitting(slice, state, { model: { Fragment, Slice }, tables }) {
  const isInCell = tables.isInTable(state);
  const isInCaption = state.selection.$from.parent.type.name === "tableCaption";
  const first = slice.content.firstChild;
  if (!first || !(isInCell || isInCaption)) return slice;
  if (isInCell && slice.content.childCount === 1 && first.type.name === NAME) {
    return new Slice(Fragment.from(first.lastChild), 0, 0);
  }
  if (first.isInline || (isInCell && first.type.spec.tableRole)) return slice;
  const lines = [];
  slice.content.descendants((node) => {
    if (node.isTextblock && node.content.size) lines.push(node.content);
    return !node.isTextblock;
  });
  const { schema } = state;
  if (!lines.length) return Slice.empty;
  if (isInCell) {
    const paragraphs = lines.map((line) => schema.nodes.paragraph.create(null, line));
    return new Slice(Fragment.from(paragraphs), 1, 1);
  }
  const inline = lines.flatMap((line, number) =>
    number ? [schema.text(" "), ...nodesOf(line)] : nodesOf(line)
  );
  return new Slice(Fragment.from(inline), 0, 0);
}

function nodesOf(fragment) {
  return Array.from({ length: fragment.childCount }, (_none, number) => fragment.child(number));
}
