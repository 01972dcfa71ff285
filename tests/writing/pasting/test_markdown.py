"""Markdown on the way in: what is plainly that, and what becomes of it."""

import re

import pytest

from writing.pasting.markdown import is_markdown
from writing.pasting.pasted import blocks_from_markdown, blocks_to_html
from writing.sanitizer import sanitize


def from_markdown(text):
    return blocks_to_html(blocks_from_markdown(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("# One\n\ntext", "<h2>One</h2><p>text</p>"),
        ("### Three ###\ntext", "<h3>Three</h3><p>text</p>"),
        ("Title\n=====\n\nPart\n----\ntext", "<h2>Title</h2><h2>Part</h2><p>text</p>"),
        ("**b** __c__ *d* _e_ ***f***", "<p><strong>b</strong> <strong>c</strong> <em>d</em> <em>e</em> <strong><em>f</em></strong></p>"),
        ("a snake_case_name and 2 * 3 * 4", "<p>a snake_case_name and 2 * 3 * 4</p>"),
        (r"\*not\* \# so", "<p>*not* # so</p>"),
        ("`a *b*` and ``c ` d``", "<p>a *b* and c ` d</p>"),
        ("[x](/fees/ \"Fees\") and <https://a.example/b_c_d>", '<p><a href="/fees/">x</a> and <a href="https://a.example/b_c_d" rel="external noopener">https://a.example/b_c_d</a></p>'),
        ("[x][one], [two]\n\n[one]: /a/\n[two]: /b/ 'T'", '<p><a href="/a/">x</a>, <a href="/b/">two</a></p>'),
        ("[x](javascript:alert(1))", "<p>x</p>"),
        ("- a\n- b\n  - c\n    - d\n- e", "<ul><li>a</li><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li><li>e</li></ul>"),
        ("3. a\n4. b\n\n   more\n\n5. c", '<ol start="3"><li>a</li><li><p>b</p><p>more</p></li><li>c</li></ol>'),
        ("1. a\n2. b\n   - n\n3. c", "<ol><li>a</li><li>b<ul><li>n</li></ul></li><li>c</li></ol>"),
        ("- [ ] a\n- [x] b", "<ul><li>a</li><li>b</li></ul>"),
        ("> a long line that goes on and on, as quotations in a text of somebody do\n> and on", "<blockquote><p>a long line that goes on and on, as quotations in a text of somebody do and on</p></blockquote>"),
        ("> > deep", "<blockquote><p>deep</p></blockquote>"),
        ("a\n\n---\n\n* * *\n\nb", "<p>a</p><hr><hr><p>b</p>"),
        ("```\n# no *heading*\n- x\n```", "<p># no *heading*<br>- x</p>"),
        ("one  \ntwo\\\nthree", "<p>one<br>two<br>three</p>"),
        ("roses are red\nand so on", "<p>roses are red<br>and so on</p>"),
        ("a <b onclick='x()'>b</b> 1 < 2 & 3 <script>x</script>", "<p>a <strong>b</strong> 1 &lt; 2 &amp; 3 &lt;script&gt;x&lt;/script&gt;</p>"),
        ("So[^n] and[^1].\n\n[^1]: One.\n[^n]: Two\n    more.", "<p>So[1] and[2].</p><p>[1] Two more.</p><p>[2] One.</p>"),
        ("a <!-- SECRET --> b {>>SECRET<<}", "<p>a b</p>"),
        ("~~gone~~ **un*closed", "<p>gone **un*closed</p>"),
    ],
)  # fmt: skip
def test_what_it_becomes(text, html):
    assert from_markdown(text) == html
    assert sanitize(html) == html


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\nWords.",
        "Words with **two** in bold.",
        "See [this](https://a.example/).",
        "---\ntitle: A\n---\n\nWords.",
        "*slanted*\n\n> and a quotation",
        "![A lake](lake.jpg)",
        "| a | b |\n|---|---|\n| c | d |",
        "Words.[^1]\n\n[^1]: A note.",
    ],
)
def test_what_is_plainly_markdown(text):
    assert is_markdown(text)


@pytest.mark.parametrize(
    "text",
    [
        "A text.\n\n- one\n- two\n\nThe end.",
        "1. One\n2. Two",
        "#hashtag and #another",
        "We are # 1 in town.",
        "He wrote:\n\n> Are you well?\n\nI am.",
        "5 * 3 * 2 is thirty.",
        "One *word* in stars.",
        "---\n\nA line above, and: this is no key.\n\n---",
        "Q: Why?\n---\nA: Because.",
        "my_file_name and other_file_name",
        "[sic] and [1] and (see there)",
    ],
)
def test_what_is_not(text):
    assert not is_markdown(text)


def test_front_matter_is_rows_that_say_what_they_are():
    text = "+++\ntitle = 'It''s late'\nauthors = [\"A B\", \"C D\"]\ndate = 2024-01-02\nlayout = post\n+++\nWords."
    blocks = blocks_from_markdown(text)
    assert [(block.said, block.text) for block in blocks] == [
        ("title", "title: It's late"),
        ("authors", "author: A B and C D"),
        ("date", "date: 2024-01-02"),
        ("out", "layout: post"),
        ("", "Words."),
    ]


def test_no_word_is_lost_or_joined():
    text = "# One two\n\nthree *four*five **six**\nseven\n\n- eight\n  nine\n- ten\n\n> eleven\ntwelve\n\n| a1 | b2 |\n|--|--|\n| c3 | d4 |"
    kept = "\n".join(block.text for block in blocks_from_markdown(text))
    assert re.findall(r"\w+", kept) == re.findall(r"\w+", text)
