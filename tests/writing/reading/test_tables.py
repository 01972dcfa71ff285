"""Tables: those that are one stay, plain; what was only laid out with one comes as its paragraphs."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editing.diffs import compare
from writing.blocks import Run
from writing.forms import RichTextFormField
from writing.pasting.pasted import blocks_from_html, blocks_to_html, heading_candidates
from writing.reading.places import Places
from writing.reading.table_grids import fitted
from writing.sanitizer import only_allowed, sanitize
from writing.text import plain_text

FEES = (
    '<table><caption>What we ask</caption><thead><tr><th scope="col">For</th><th scope="col">Fee</th></tr>'
    '</thead><tbody><tr><td>Couples<br>75 minutes</td><td><a href="/fees/">$210</a> <strong>each</strong></td>'
    "</tr><tr><td>Groups</td><td></td></tr></tbody></table>"
)


def table(*rows, caption=""):
    """The HTML of a table as it is stored."""
    head, *body = [row.split("|") for row in rows]
    caption = f"<caption>{caption}</caption>" if caption else ""
    head = "".join(f'<th scope="col">{cell}</th>' if cell else "<td></td>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in body)
    body = f"<tbody>{body}</tbody>" if body else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead>{body}</table>"


def copied(html):
    left_out = Counter()
    return blocks_to_html(blocks_from_html(html, left_out)), dict(left_out)


def test_a_stored_table_stays_as_it_is():
    assert sanitize(FEES) == only_allowed(FEES) == FEES


@pytest.mark.parametrize(
    ("html", "stored"),
    [
        ("<table><tr><td>a<td>b<tr><td>c</table>", table("a|b", "c|")),
        ("<table><tr><td>a<td>b</table>", table("a|b")),
        ("<table><tr><td>a<tr><td>b</table>", table("a", "b")),
        ("<table><tr><td><td>b<tr><td>c<td></table>", table("|b", "c|")),
        ("<table><tr><td><p>a</p><p>b</p><td>c</table>", table("a<br>b|c")),
        ("<table><tr><th>a<th>b<tr><th>c<td>d</table>", table("a|b", "c|d")),
        (
            "<ul><li>x<table><tr><td>a<td>b</table></ul>",
            f"<ul><li><p>x</p>{table('a|b')}</li></ul>",
        ),
        ("<table><tr><td>only</table>", "<p>only</p>"),
        ("<table><tr><td><td></table><p>a", "<p>a</p>"),
        ("<table><caption>a</caption><tr><td></table>", "<p>a</p>"),
    ],
)
def test_what_somebody_writes_as_html_becomes_the_one_shape(html, stored):
    assert sanitize(html) == stored


@pytest.mark.parametrize(
    ("html", "kept", "said"),
    [
        # Word processors mark no header: the first row is one.
        ("<table><tr><td><p><b>For</b></p><td>Fee<tr><td>Couples<td>$210</table>", table("For|Fee", "Couples|$210"), {}),
        ("<table><tr><td colspan=2>Fees<tr><td>For<td>Fee<tr><td>Couples<td>$210</table>",
         table("For|Fee", "Couples|$210", caption="Fees"), {}),
        ("<table><tr><td>a<td>b<tr><td rowspan=2>c<td>d<tr><td>e</table>", table("a|b", "c|d", "|e"), {"merged": 1}),
        ("<table><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>", table("a||b", "c|d|e"), {"merged": 1}),
        ("<table><tr><td colspan=2>a<td>b<tr><td colspan=2>c<td>d</table>", table("a|b", "c|d"), {}),
        ("<table><tr><td>a<td>b<tr><td>c<td colspan=1000>d</table>", table("a|b", "c|d"), {}),
        ("<table><tr><td>a<td><td>b<tr><td><td><td><tr><td>c<td> <td>d</table>", table("a|b", "c|d"), {}),
        ("<table><tr><td>a<td>b<tr><td>c<td style='visibility:hidden'>x<tr><td>d<td>e</table>",
         table("a|b", "c|", "d|e"), {"hidden": 1}),
        ("<table><tr><td>a<td>b<tr><td><ul><li>c<li>d</ul><td><ol start=2><li>e</ol></table>",
         table("a|b", "• c<br>• d|2. e"), {"cell": 2}),
        ("<table><tr><td>a<td>b<tr><td><h2>c</h2>d<td>e</table>", table("a|b", "c<br>d|e"), {"cell": 1}),
        # A fee among fees heads no column; a year does.
        ("<table><tr><td>Couples<td>$210<tr><td>Groups<td>$60</table>", table("|", "Couples|$210", "Groups|$60"), {}),
        ("<table><tr><td>Grief<td>6 pm<tr><td>Parents<td>9:00<tr><td>All<td></table>",
         table("|", "Grief|6 pm", "Parents|9:00", "All|"), {}),
        ("<table><tr><td>Fee in<td>2025<tr><td>One<td>190</table>", table("Fee in|2025", "One|190"), {}),
        ("<table><tr><td><b>One</b><td><b>1</b><tr><td>Two<td>2</table>", table("One|1", "Two|2"), {}),
        ("<table><tr><th>One<td>1<tr><td>Two<td>2</table>", table("One|1", "Two|2"), {}),
        # Laid out with tables: paragraphs.
        ("<table><tr><td>one cell</table>", "<p>one cell</p>", {}),
        ("<table><tr><td>a<tr><td>b</table>", "<p>a</p><p>b</p>", {}),
        ("<table><tr><td>a<td>b</table>", "<p>a</p><p>b</p>", {"table": 1}),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", "<p>a</p><p>b</p><p>c</p><p>d</p>", {}),
        ("<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e<tr><td>f<td>g</table>",
         f"{table('a|b', 'c|d')}<p>e</p><p>f</p><p>g</p>", {"table": 1}),
        ("<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><tr><td>e</table>",
         f"{table('a|b', 'c|d')}<p>e</p>", {}),
        (f"<table><tr><td>{'long ' * 200}<td>b<tr><td>c<td>d</table>",
         f"<p>{('long ' * 200).strip()}</p><p>b</p><p>c</p><p>d</p>", {"table": 1}),
        ('<table><tr><td><figure data-image="7"></figure><td>b<tr><td>c<td>d</table>',
         '<figure data-image="7"></figure><p>b</p><p>c</p><p>d</p>', {"table": 1}),
    ],
)  # fmt: skip
def test_what_is_copied_in_is_a_table_where_it_is_one(html, kept, said):
    assert copied(html) == (kept, said)
    assert sanitize(kept) == kept


@pytest.mark.parametrize("rows", ["Type|Fee", "Type|Fee+Couples|$210", "Couples", "Type+Couples"])
def test_no_cell_is_offered_as_a_heading(rows):
    cells = "".join(f"<tr><td>{row.replace('|', '<td>')}" for row in rows.split("+"))
    blocks = blocks_from_html(f"<table>{cells}</table><p>And a sentence that follows it.</p>")
    assert heading_candidates(blocks) == []


def test_a_text_that_was_laid_out_in_a_cell_is_a_text():
    blocks = blocks_from_html(
        "<table><tr><td><p>Small steps</p><p>And a sentence after it.</p></table>"
    )
    assert heading_candidates(blocks) == ["Small steps"]


@pytest.mark.parametrize(("rows", "columns"), [(203, 2), (2, 21), (250, 25), (200, 20), (1, 400)])
def test_what_is_beyond_the_bounds_comes_as_lines_and_is_said(rows, columns):
    cells = [f"r{row}c{column}" for row in range(rows) for column in range(columns)]
    lines = ["<td>".join(cells[at : at + columns]) for at in range(0, len(cells), columns)]
    html = f"<table><tr><th>{'<tr><td>'.join(lines)}</table>"
    clean = sanitize(html)
    assert plain_text(clean).split() == cells
    assert clean.count("<tr>") == (min(rows, 200) if columns <= 20 else 0)
    assert ("table-beyond" in copied(html)[1]) == (rows > 200 and columns <= 20)
    assert ("table" in copied(html)[1]) == (columns > 20)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe src=//e.example>",
        "<style>td{background:url(javascript:alert(1))}</style>", "<a href='javascript:alert(1)'>w</a>",
        "<p onclick=alert(1)>w</p>", "<td style='background:url(//e.example)' onfocus=alert(1)>w",
        "</table><script>alert(1)</script><table><tr><td>", "<math><mtext><table><mglyph><style><img src onerror=alert(1)>",
        "<template><td onload=alert(1)></template>", "<form action=//e.example><input name=w></form>",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around",
    ["<caption>{}</caption><tr><td>a<td>b", "<tr><th>{}<th>b<tr><td>c<td>d", "<tr><td>a<td>b<tr><td>{}<td>d"],
)  # fmt: skip
def test_a_cell_holds_nothing_that_a_paragraph_may_not(inside, around):
    html = f"<table onclick=alert(1) background=//e.example>{around.format(inside)}</table>"
    for clean in (sanitize(html), copied(html)[0]):
        assert not any(bad in clean for bad in ("alert", "e.example", "<img", "onclick", "style"))
        assert sanitize(clean) == only_allowed(clean) == clean


words = st.lists(st.text("abcABC.,’é漢", min_size=1, max_size=4), max_size=12)
attributes = st.sampled_from(
    ["", "", " colspan=2", " rowspan=3", " colspan=99", " style='width:1px'"]
)


@settings(max_examples=150)
@given(words, st.data())
def test_no_word_of_a_table_is_lost_doubled_or_joined(words, data):
    html, starts = "", ["<tr><td{}>", "<td{}>", "<th{}>", "<td{}><p>", "<tr><td{}><table><tr><td>"]
    for word in words:
        start = data.draw(st.sampled_from(starts)).format(data.draw(attributes))
        html += f"{start}{word}{'</table>' if '<table>' in start else ''}"
    html = f"<table>{html}</table>"
    for clean in (sanitize(html), copied(html)[0]):
        assert sorted(plain_text(clean).split()) == sorted(words)


def test_what_came_otherwise_is_said_with_its_place():
    left_out = Places()
    merged = "<table><tr><td>a<td>b<tr><td rowspan=2>c<td>d<tr><td>e</table>"
    blocks_from_html(f"<p>Fees are below.</p>{merged}<p>After it.</p>", left_out)
    assert left_out.after["merged"] == ["Fees are below."]


def test_rows_from_anywhere_become_a_table():
    rows = [[[Run("For")], [Run("Fee")]], [[Run("Couples", strong=True)]]]
    html = blocks_to_html(fitted(rows, [Run("Fees")]))
    assert html == table("For|Fee", "<strong>Couples</strong>|", caption="Fees")
    assert blocks_to_html(fitted([], [])) == ""


def test_a_version_is_compared_row_by_row():
    assert RichTextFormField().as_lines(FEES) == [
        "Table: What we ask",
        "For | Fee",
        "Couples / 75 minutes | $210 (→ /fees/) each",
        "Groups | ",
    ]


def test_a_changed_cell_is_a_change_in_its_row():
    as_lines = RichTextFormField().as_lines
    lines = compare(as_lines(FEES), as_lines(FEES.replace("$210", "$225")))
    changed = [line for line in lines if any(piece.kind != "same" for piece in line)]
    assert [[(piece.kind, piece.text.strip()) for piece in line] for line in changed] == [
        [
            ("same", "Couples / 75 minutes |"),
            ("gone", "$210"),
            ("new", "$225"),
            ("same", "(→ /fees/) each"),
        ]
    ]


def test_words_are_counted_and_cells_kept_apart():
    assert plain_text(FEES) == "What we ask\nFor\tFee\nCouples\n75 minutes\t$210 each\nGroups"
