"""Foot- and endnotes, as programs put them on the clipboard: a mark in the text, and the note."""

import pytest

from writing.pasting.pasted import blocks_from_html, blocks_to_html

WORD = (
    '<p>So<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><span><sup>[1]</sup></span></a> it is'
    '<a href="#_edn1" name="_ednref1"><sup>[i]</sup></a>.</p><div style="mso-element:footnote-list">'
    '<div style="mso-element:footnote" id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> One.</p>'
    '</div></div><div id="edn1"><p><a href="#_ednref1" name="_edn1">[i]</a> Two.</p></div>'
)
GOOGLE = (
    '<p>So<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> it is<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup>.'
    '</p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> One.</p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a>'
    " Two.</p></div>"
)
LIBRE_OFFICE = (
    '<p>So<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> it is'
    '<a name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.</p><div id="sdfootnote1"><p>'
    '<a name="sdfootnote1sym" href="#sdfootnote1anc">1</a> One.</p></div><div id="sdendnote1"><p>'
    '<a name="sdendnote1sym" href="#sdendnote1anc">i</a> Two.</p></div>'
)
WORD_FILE = (
    '<p>So<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> it is<sup><a href="#endnote-1" '
    'id="endnote-ref-1">[2]</a></sup>.</p><ol><li id="footnote-1"><p> One. <a href="#footnote-ref-1">↑</a></p></li>'
    '<li id="endnote-1"><p>Two. <a href="#endnote-ref-1">↑</a></p></li></ol>'
)
SITE = (
    '<p>So<sup id="fnref:a"><a href="#fn:1">1</a></sup> it is<a href="#fn:2" id="fnref:2">*</a>.</p>'
    '<ol><li id="fn:1"><p>One. <a href="#fnref:1">↩</a></p></li><li id="fn:2">Two. <a href="#fnref:2">↩</a></li></ol>'
)


@pytest.mark.parametrize("html", [WORD, GOOGLE, LIBRE_OFFICE, WORD_FILE, SITE])
def test_marks_and_notes_are_numbered_as_our_references_are(html):
    blocks = blocks_from_html(html)
    assert blocks_to_html(blocks) == "<p>So[1] it is[2].</p><p>[1] One.</p><p>[2] Two.</p>"
    assert [block.note for block in blocks] == [0, 1, 2]


def test_a_note_that_did_not_come_along_leaves_its_mark():
    html = '<p>So<a href="#_ftn7" name="_ftnref7"><sup>[7]</sup></a>.</p>'
    assert blocks_to_html(blocks_from_html(html)) == "<p>So[7].</p>"


def test_a_heading_is_no_note():
    html = '<h2 id="fn1">Part</h2><p>a<a href="#fn1">there</a></p>'
    assert blocks_to_html(blocks_from_html(html)) == "<h2>Part</h2><p>athere</p>"
