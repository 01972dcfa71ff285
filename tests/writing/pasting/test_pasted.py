import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.writing.pasting.pasted_samples import GOOGLE_DOCS, PAGES, SITE, WORD
from writing.pasting.pasted import (
    blocks_from_html,
    blocks_from_text,
    blocks_to_html,
    heading_candidates,
)
from writing.sanitizer import sanitize

LONG = "A paragraph goes on for a while, as paragraphs do. It has two sentences."


def from_text(text):
    return blocks_to_html(blocks_from_text(text))


def from_html(html):
    return blocks_to_html(blocks_from_html(html))


def test_word_comes_out_clean_with_lists_as_lists():
    assert from_html(WORD) == (
        "<h2>Why sleep</h2><p>Rest is <strong>not</strong> a <em>reward</em>.</p>"
        "<ul><li>Dim the lights<ul><li>an hour before</li></ul></li><li>Leave the phone</li></ul>"
        "<ol><li>First</li><li>Then</li></ol>"
    )


def test_google_docs_is_not_all_bold():
    assert from_html(GOOGLE_DOCS) == (
        "<h2>A heading</h2><p>Plain, <strong>bold</strong><em> and slanted</em>.</p>"
        "<ul><li>One<ul><li>Under one</li></ul></li><li>Two</li></ul>"
        '<p><a href="https://a.example/b" rel="external noopener">a link</a></p>'
    )


def test_another_sites_boxes_become_paragraphs_and_its_pictures_are_mentioned():
    blocks = blocks_from_html(SITE)
    assert blocks_to_html(blocks) == (
        "<h2>A title</h2><p>First line.</p><p>Second <strong>line</strong>.</p><p>Third line.</p>"
        "<p><strong>Fourth line.</strong></p>"
    )
    assert [block.html for block in blocks if block.kind == "image-note"] == ["A lake"]


def test_apple_pages_comes_out_without_double_spaces_and_empty_paragraphs():
    assert from_html(PAGES) == "<p>One. Two.</p><ul><li>a</li><li>b</li></ul>"


def test_a_text_that_is_bold_throughout_is_not_bold():
    html = f"<p><b>{LONG}</b></p>" * 4
    assert "strong" not in from_html(html)
    assert from_html(html + "<p>plain</p>").count("<strong>") == 4


def test_headings_are_not_bold_on_top():
    assert from_html("<h2><b>One</b></h2><h3>Two <b>three</b></h3>") == (
        "<h2>One</h2><h3>Two <strong>three</strong></h3>"
    )


@pytest.mark.parametrize("mark", ["•", "·", "–", "-", "*", "▪"])
@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\n"])
def test_marked_lines_become_one_list_blank_lines_or_not(mark, between):
    text = f"Before:\n\n{mark} one{between}  {mark}\ttwo{between}{mark}  three\n\nAfter."
    assert (
        from_text(text)
        == "<p>Before:</p><ul><li>one</li><li>two</li><li>three</li></ul><p>After.</p>"
    )


@pytest.mark.parametrize("style", ["{}.", "{})", "({})"])
def test_counting_lines_become_a_numbered_list(style):
    text = "\n\n".join(f"{style.format(n)} item" for n in (3, 4, 5))
    assert from_text(text) == '<ol start="3"><li>item</li><li>item</li><li>item</li></ol>'


def test_marks_become_lists_in_html_too():
    assert (
        from_html("<p>• a</p><p>• <b>b</b></p>") == "<ul><li>a</li><li><strong>b</strong></li></ul>"
    )
    assert from_html("<p>Take:<br>1. a<br>2. b</p>") == "<p>Take:</p><ol><li>a</li><li>b</li></ol>"


@pytest.mark.parametrize(
    "line", ["– Carl Rogers", "- once", "1. Breathe", "2020. A year", "-5 degrees", "1.5 hours"]
)
def test_a_single_dash_or_number_is_no_list(line):
    assert from_text(f"{LONG}\n\n{line}\n\n{LONG}") == f"<p>{LONG}</p><p>{line}</p><p>{LONG}</p>"


def test_numbers_that_do_not_count_on_are_no_list():
    assert from_text("1. a\n\n1. b") == "<p>1. a</p><p>1. b</p>"


def test_lines_broken_at_a_fixed_width_are_one_paragraph():
    line = "word " * 13
    assert from_text(f"{line}\n{line}\n{line}\nend.\n\nnext") == f"<p>{line * 3}end.</p><p>next</p>"


def test_lines_of_a_verse_stay_lines():
    assert from_text("one\ntwo\n\nthree\nfour") == "<p>one<br>two</p><p>three<br>four</p>"


def test_without_blank_lines_every_line_is_a_paragraph():
    assert from_text("one.\r\ntwo.\rthree.") == "<p>one.</p><p>two.</p><p>three.</p>"


def test_spaces_are_tidied():
    assert from_text(" a\u00a0\u2003 b\u200b  c \n\n\n\n\td\ufeff ") == "<p>a b c</p><p>d</p>"


def test_text_is_text_and_not_html():
    assert (
        from_text("a <b>b</b> & <script>") == "<p>a &lt;b&gt;b&lt;/b&gt; &amp; &lt;script&gt;</p>"
    )


def test_short_lines_of_their_own_are_offered_as_headings():
    text = f"A Title\n\nby June Aldecott, Doctoral Intern\n\n{LONG}\n\nSmall steps\n\n{LONG}\n\nWhat helps:\n\n• a\n\n• b\n\nThe End"
    blocks = blocks_from_text(text)
    assert heading_candidates(blocks) == ["Small steps"]
    assert "<h2>" not in blocks_to_html(blocks)


@pytest.mark.parametrize(
    "line",
    [
        "It ends.", "Does it?", "“She said it.”", "and goes on", "– Somebody", "hello@practice.example",
        "212 555 0100", "x" * 81, "By Theo Brandvold",
    ],
)  # fmt: skip
def test_lines_that_read_like_text_are_not_offered(line):
    assert heading_candidates(blocks_from_text(f"{LONG}\n\n{line}\n\n{LONG}")) == []


def test_a_short_bold_line_may_be_a_heading_that_asks():
    blocks = blocks_from_html(f"<p><b>Does it help?</b></p><p>{LONG}</p>")
    assert heading_candidates(blocks) == ["Does it help?"]


def test_what_is_pasted_is_already_clean():
    for html in (WORD, GOOGLE_DOCS, SITE, PAGES):
        assert sanitize(from_html(html)) == from_html(html)


word = st.text(
    st.characters(categories=["L", "N"], include_characters="’“”.,!?;:()—&<>'\""),
    min_size=1,
    max_size=9,
)
space = st.sampled_from([" ", "  ", "\u00a0", "\t", "\n", "\n\n", " \n \n", "\u2003"])


@settings(max_examples=300)
@given(st.lists(st.tuples(word, space), max_size=40))
def test_plain_text_keeps_every_word_in_order(pairs):
    text = "".join(map("".join, pairs))
    blocks = blocks_from_text(text)
    kept = [f"{n}. {line}" if n else line for block in blocks for n, line in numbered_lines(block)]
    assert without_counting("\n".join(kept)) == without_counting(text)
    assert sanitize(blocks_to_html(blocks)) == blocks_to_html(blocks)


def numbered_lines(block):
    if block.kind != "numbered":
        return [(None, block.text)]
    return [
        (block.start + i, "\n".join(b.text for b in item)) for i, item in enumerate(block.items)
    ]


def without_counting(text):
    return [w.strip("().") if w.strip("().").isdecimal() else w for w in text.split()]


@settings(max_examples=200)
@given(st.lists(word.map(lambda w: w.replace("<", "(").replace("&", "+")), max_size=30), st.data())
def test_html_keeps_every_word_in_order(words, data):
    shapes = st.sampled_from(
        [
            "<p>x {}</p>",
            "<div>x {}</div>",
            "<b> x {}</b> ",
            "<ul><li>x {}</ul>",
            "x {}<br>",
            "x {} ",
        ]
    )
    html = "".join(data.draw(shapes).format(word) for word in words)
    text = "\n".join(block.text for block in blocks_from_html(html))
    assert text.split() == [part for word in words for part in ("x", word)]
