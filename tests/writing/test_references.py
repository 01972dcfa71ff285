import pytest

from writing.pasting.pasted import blocks_from_html, blocks_to_html
from writing.references import Reference, with_notes, without_mentions

REFERENCES = Reference.listed(
    [{"text": "Quill R. On rest. 2019.", "url": "https://a.example/rest"}, {"text": "A book."}]
)


def text(html, **more):
    return with_notes(html, REFERENCES, **more).text


def test_a_number_in_brackets_becomes_a_raised_link_and_takes_the_space_before_it():
    assert text("<p>So they say [1].</p>") == (
        '<p>So they say<sup><a href="#reference-1" id="mention-1" role="doc-noteref" '
        'aria-label="Reference 1">1</a></sup>.</p>'
    )


def test_only_the_first_mention_can_be_come_back_to():
    assert text("<p>One [1], two [1].</p>").count('id="mention-1"') == 1
    assert text("<p>One [1], two [1].</p>").count('href="#reference-1"') == 2


def test_a_cell_of_a_table_may_mention_one():
    html = text("<table><tr><th>One [1]</th></tr><tr><td>two [2]</td></tr></table>")
    assert '<th>One<sup><a href="#reference-1"' in html
    assert '<td>two<sup><a href="#reference-2"' in html


@pytest.mark.parametrize("typed", ["[3]", "[0]", "[01]", "[001]", "[1a]", "[ 1 ]", "[-1]", "[١]"])
def test_what_names_no_reference_stays_text(typed):
    html = f"<p>So they say {typed}.</p>"
    assert text(html) == html


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/fees/">our fees [1]</a></p>',
        '<p><a href="/fees/"><strong>our</strong> fees [1]</a></p>',
        "<h2>Rest [1]</h2>",
        '<h3 id="part-rest">Rest <em>[1]</em></h3>',
        '<figure><img src="/a.jpg" alt="A chart [1]" width="3"></figure>',
    ],
)
def test_links_headings_and_descriptions_stay_as_they_are(html):
    assert text(html) == html


def test_after_a_link_and_a_heading_mentions_count_again():
    html = '<h2>Rest [1]</h2><p><a href="/fees/">Fees [1]</a> and so on [1].</p>'
    assert text(html).count("<sup>") == 1
    assert text(html).endswith("</sup>.</p>")


def test_each_reference_leads_back_only_where_it_is_mentioned():
    notes = with_notes("<p>So they say [2].</p>", REFERENCES).notes
    assert [note.mention_id for note in notes] == ["", "mention-2"]
    assert [note.id for note in notes] == ["reference-1", "reference-2"]


def test_only_https_becomes_a_link_whatever_a_row_holds():
    rows = [{"text": "x", "url": url} for url in ["javascript:alert(1)", "http://a.example", None]]
    assert [reference.url for reference in Reference.listed(rows)] == ["", "", ""]


def test_summaries_leave_the_numbers_out():
    assert without_mentions("So they say [1]. And [3].", len(REFERENCES)) == "So they say. And [3]."


WORD_FOOTNOTE = """<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if
!supportFootnotes]>[1]<![endif]></span></span></a>"""


@pytest.mark.parametrize(
    "mark",
    [
        # Word, Google Docs, Word files as they are read
        WORD_FOOTNOTE,
        '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
        '<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>',
        '<a href="#_ednref1">[1]</a>',
    ],
)
def test_footnotes_of_word_processors_come_as_plain_numbers(mark):
    assert (
        blocks_to_html(blocks_from_html(f"<p>So they say{mark}.</p>")) == "<p>So they say[1].</p>"
    )


def test_other_links_within_a_page_stay():
    html = '<p><a href="#part-rest">Rest</a></p>'
    assert blocks_to_html(blocks_from_html(html)) == html
