"""Hebrew and Arabic run from right to left on the page, whatever their source said of it."""

import pytest

from writing.rendering import for_feed, for_page

HEBREW, ARABIC = "שלום לכולם", "مرحبا بكم"


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (f"<p>{HEBREW}</p><p>Hello</p>", f'<p dir="rtl">{HEBREW}</p><p>Hello</p>'),
        (f"<p>1. “{ARABIC}” he said</p>", f'<p dir="rtl">1. “{ARABIC}” he said</p>'),
        (f"<p>Hello {HEBREW}</p>", f"<p>Hello {HEBREW}</p>"),
        (f"<p><strong>&amp; {HEBREW}</strong></p>", f'<p dir="rtl"><strong>&amp; {HEBREW}</strong></p>'),
        (f"<ul><li>{HEBREW}</li><li>ok</li></ul>", f'<ul dir="rtl"><li dir="rtl">{HEBREW}</li><li>ok</li></ul>'),
        (f'<ol start="3"><li>{HEBREW}</li></ol>', f'<ol dir="rtl" start="3"><li dir="rtl">{HEBREW}</li></ol>'),
        (f'<blockquote class="pull"><p>{ARABIC}</p></blockquote>', f'<blockquote dir="rtl" class="pull"><p dir="rtl">{ARABIC}</p></blockquote>'),
        ("<p>5 × 3</p>", "<p>5 × 3</p>"),
    ],
)  # fmt: skip
def test_a_block_runs_as_its_first_letter_does(html, shown):
    assert for_page(html) == shown
    assert for_feed(html, "https://practice.example") == shown


def test_a_heading_keeps_its_address():
    assert 'dir="rtl" id="part-of-text"' in for_page(f"<h2>{HEBREW}</h2>")


def test_no_address_becomes_a_direction():
    html = f'<p><a href="/{HEBREW}/">Hello</a></p>'
    assert "dir=" not in for_page(html)
