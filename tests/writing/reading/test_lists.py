"""Lists keep their items, their kind, their order and their numbers, from wherever they come."""

from collections import Counter

import pytest

from writing.pasting.pasted import blocks_from_html, blocks_to_html


def read(html):
    left_out = Counter()
    return blocks_to_html(blocks_from_html(html, left_out)), +left_out


def word(*items):
    """Paragraphs as Word puts a list on the clipboard: ``(marker, words)``, or with a depth in front."""
    lines = []
    for item in items:
        depth, marker, words = item if len(item) == 3 else (1, *item)
        sign = (
            marker if marker.startswith("<") else f'<span style="mso-list:Ignore">{marker}</span>'
        )
        style = f"mso-list:l0 level{depth} lfo1"
        lines.append(f'<p class="MsoListParagraph" style="{style}">{sign}{words}</p>')
    return "".join(lines)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<ol><li value="4">a</li><li>b</li></ol>', '<ol start="4"><li>a</li><li>b</li></ol>'),
        (
            '<ol><li>a</li><li value="5">b</li><li>c</li></ol>',
            '<ol><li>a</li></ol><ol start="5"><li>b</li><li>c</li></ol>',
        ),
        (
            '<ul><li>x<ol><li>a</li><li value="3">b</li></ol></li></ul>',
            '<ul><li>x<ol><li>a</li></ol><ol start="3"><li>b</li></ol></li></ul>',
        ),
        (word(("1.", "a"), ("2.", "b")) + "<p>T</p>" + word(("3.", "c")), '<ol><li>a</li><li>b</li></ol><p>T</p><ol start="3"><li>c</li></ol>'),
        (word(("1.", "a"), ("4.", "b")), '<ol><li>a</li></ol><ol start="4"><li>b</li></ol>'),
        (word(("·", "a"), ("<img src=x>", "b"), ('<span style="mso-list:Ignore"><img></span>', "c")), "<ul><li>a</li><li>b</li><li>c</li></ul>"),
        (word(("1.", "a"), (2, "o", "b"), ("2.", "c")), "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ('<h2><span style="mso-list:Ignore">2.1 </span>Part</h2><p>T</p>', "<h2>2.1 Part</h2><p>T</p>"),
    ],
)  # fmt: skip
def test_items_keep_their_numbers(html, expected):
    assert read(html) == (expected, {})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            word(("1.", "a"), ("2.", "b"), ("a.", "c"), ("b.", "d")),
            "<ol><li>a</li><li>b</li></ol><ol><li>c</li><li>d</li></ol>",
        ),
        ('<ol type="a"><li>a</li></ol>', "<ol><li>a</li></ol>"),
        ('<ol><li style="list-style-type:upper-roman">a</li></ol>', "<ol><li>a</li></ol>"),
    ],
)
def test_letters_become_numbers_and_it_is_said(html, expected):
    assert read(html) == (expected, {"lettered": 1})
