"""What a source marks as not part of its text never becomes text, on any way in, and is counted."""

from collections import Counter
from html import escape

import pytest

from tests.writing.reading.marked_samples import MARKED, WORD_WITH_A_COMMENT
from tests.writing.reading.strange_samples import LEFT_OUT, STAYS
from writing.pasting.left_out import SENTENCES, sentences
from writing.pasting.pasted import blocks_from_html, blocks_from_text, blocks_to_html
from writing.sanitizer import sanitize


def copied(html):
    left_out = Counter()
    return blocks_to_html(blocks_from_html(html, left_out)), +left_out


@pytest.mark.parametrize(("html", "kind"), [*MARKED, *LEFT_OUT])
def test_what_is_marked_stays_out_and_is_counted(html, kind):
    text, left_out = copied(f"<p>before</p>{html}<p>after</p>")
    assert "SECRET" not in text
    assert text.startswith("<p>before</p>")
    assert text.endswith("<p>after</p>")
    assert left_out[kind] == 1, left_out
    assert len(left_out) == 1


@pytest.mark.parametrize(
    "html",
    [html for html, _kind in MARKED if html.startswith(("<span", "<del", "<a ", "<s ", "<w:"))],
)
def test_what_is_marked_inside_a_line_leaves_the_line_whole(html):
    assert copied(f"<p>one {html} two</p>")[0] == "<p>one two</p>"


@pytest.mark.parametrize(("html", "kind"), [*MARKED, *LEFT_OUT])
def test_html_sent_to_the_field_itself_is_held_to_the_same(html, kind):
    assert "SECRET" not in sanitize(f"<p>before</p>{html}<p>after</p>")


@pytest.mark.parametrize(
    "html",
    [
        '<a style="mso-comment-reference:JA_1;mso-comment-date:20261101T1000">KEPT</a>',
        '<span style="mso-comment-continuation:2">KEPT</span>',
        '<span class="comment" data-comment-id="7">KEPT</span>',
        '<span class="ck-comment-marker" data-comment="e1">KEPT</span>',
        '<ins cite="mailto:June" datetime="2026-11-01T10:00">KEPT</ins>',
        '<span class="msoIns"><ins>KEPT</ins></span>',
        '<span class="TrackChangeTextInsertion TrackedChange">KEPT</span>',
        '<span data-suggestion="insert">KEPT</span>',
        '<span style="mso-hide:none">KEPT</span>',
        '<span style="visibility:hidden"><b style="visibility:visible">KEPT</b></span>',
        '<span style="overflow:hidden;display:inline">KEPT</span>',
        '<span aria-hidden="false">KEPT</span>',
        "<span style='mso-special-character:footnote'>KEPT</span>",
        "<style>@media print { .x { display: none } }</style><span class=x>KEPT</span>",
        '<span class="delicate removed-from-town trackdelta">KEPT</span>',
        "<o:p>KEPT</o:p><st1:place>here</st1:place>",
        "<!--[if gte mso 9]><xml><w:WordDocument>no</w:WordDocument></xml><![endif]-->KEPT",
        "<![if !supportLists]>KEPT<![endif]>",
    ],
)
def test_words_around_marks_stay(html):
    assert "KEPT" in copied(f"<p>before {html} after</p>")[0]


@pytest.mark.parametrize("html", STAYS)
def test_what_only_looks_like_a_mark_stays(html):
    text, left_out = copied(f"<p>before</p>{html}<p>after</p>")
    assert "KEPT" in text
    assert not {"hidden", "comment", "comment-mark"} & left_out.keys()


@pytest.mark.parametrize(
    "html",
    [
        '<p style="color:#fff">KEPT <b>it</b></p><p style="color:#ccc">and this</p>',
        '<body style="background:#222"><p style="color:white">KEPT</p><p>with this</p>',
        "<style>body{background:#111;color:#eee}</style><p style='color:white'>KEPT</p><p>and this</p>",
    ],
)
def test_pale_words_of_a_dark_page_stay(html):
    text, left_out = copied(html)
    assert "KEPT" in text
    assert left_out == {}


def test_white_words_stay_out_however_many_they_are():
    html = f'<p>One.</p><p style="color:white">{"SECRET " * 40}</p>'
    assert copied(html) == ("<p>One.</p>", {"hidden": 1})


@pytest.mark.parametrize(
    "html",
    [
        '<article class="comment"><h2>KEPT</h2><p>and this</p></article>',
        '<p class="removed">KEPT</p>',
    ],
)
def test_a_bare_name_around_the_whole_text_is_said_and_leaves_it(html):
    text, left_out = copied(html)
    assert "KEPT" in text
    assert left_out == {"whole": 1}
    assert "KEPT" not in copied(f"<p>more</p>{html}")[0]


def test_a_mark_around_the_whole_text_takes_it():
    for html in ('<p class="MsoCommentText">SECRET</p>', "<p><del>SECRET</del></p>"):
        assert copied(html)[0] == ""


def test_what_was_begun_to_be_taken_out_ends_with_its_block():
    html = '<p>a <suggestion-start name="deletion:1"></suggestion-start>SECRET</p><p>KEPT</p>'
    assert copied(html) == ("<p>a</p><p>KEPT</p>", {"tracked": 1})


def test_comments_at_the_margin_of_print_stay_out():
    html = "<p>Rest is.<br>Commented [JA1]: SECRET</p><p>Comment [MT2R1]: SECRET</p><p>after</p>"
    assert copied(html) == ("<p>Rest is.</p><p>after</p>", {"comment": 2})
    left_out = Counter()
    text = "Rest is.\n\nKommentiert [JA1]: SECRET\n\nafter"
    assert blocks_to_html(blocks_from_text(text, left_out)) == "<p>Rest is.</p><p>after</p>"
    assert left_out == {"comment": 1}


@pytest.mark.parametrize(
    ("text", "kept", "kind"),
    [
        ("Rest <!-- SECRET\nSECRET --> is.", "Rest is.", "comment"),
        ("Rest{>>SECRET<<} is.", "Rest is.", "comment"),
        ("Rest {--SECRET --}is.", "Rest is.", "tracked"),
        ("Rest {~~SECRET~>is~~}.", "Rest is.", "tracked"),
        ("Rest {++is++}.", "Rest is.", "tracked"),
        ("Rest {==is==}.", "Rest is.", ""),
        ("Rest <!-- {-- is.", "Rest <!-- {-- is.", ""),
    ],
)
def test_marks_typed_among_the_words_are_followed(text, kept, kind):
    left_out = Counter()
    assert [block.text for block in blocks_from_text(text, left_out)] == [kept]
    assert +left_out == ({kind: 1} if kind else {})
    pasted = blocks_from_html(f"<p>{escape(text)}</p>", left_out)
    assert [block.text for block in pasted] == [kept]


@pytest.mark.parametrize(
    "html",
    [
        '<h2 aria-label="KEPT here"><span aria-hidden="true">KEPT</span> here</h2>',
        '<p aria-label="KEPT"><span><span aria-hidden="true">KE</span><span aria-hidden="true">PT</span></span></p>',
        '<h1><span class="sr-only">KEPT</span><span aria-hidden="true">KE</span><span aria-hidden="true">PT</span></h1>',
        '<p><span aria-hidden="true">K</span><span class="sr-only">KEPT</span> once</p>',
        '<h2 aria-label="KEPT"><i aria-hidden="true" style="position:relative">KE</i><i aria-hidden="true">PT</i></h2>',
        '<div style="font-size:0"><div style="font-size:13px">KEPT</div></div>',
        '<td style="font-size:0px"><p style="font-size: 1rem">KEPT</p></td>',
        '<p style="font-size:0.9em">KEPT</p>',
    ],
)
def test_of_what_is_there_twice_one_stays(html):
    assert copied(html)[0].count("KEPT") == 1


def test_words_own_comment_with_its_list_leaves_nothing():
    text, left_out = copied(WORD_WITH_A_COMMENT)
    assert text == "<p>Rest is not a reward.</p><p>It is rest.</p>"
    assert left_out == {"comment": 1}


def test_a_comment_known_by_its_link_alone_ends_with_what_holds_it():
    text, left_out = copied(
        '<p>Rest<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> is<a href="#cmnt2">[b]</a>.</p>'
        '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>SECRET</span></p><p>SECRET too</p></div>'
        '<div><p><a href="#cmnt_ref2">[b]</a>SECRET</p></div><p>after</p>'
    )
    assert text == "<p>Rest is.</p><p>after</p>"
    assert left_out == {"comment": 2}


def test_without_anything_that_holds_it_it_goes_on_to_the_next_heading():
    text, _left_out = copied(
        '<p>Rest<a href="#_msocom_1">[JA1]</a>.</p><p><a href="#_msoanchor_1">[JA1]</a>SECRET</p>'
        "<p>SECRET</p><h2>More</h2><p>after</p>"
    )
    assert text == "<p>Rest.</p><h2>More</h2><p>after</p>"


def test_a_mark_is_known_by_its_link_into_a_file_as_well():
    text, left_out = copied('<p>Rest<a href="file:///C:/clip.htm#_msocom_1">[JA1]</a>.</p>')
    assert (text, left_out) == ("<p>Rest.</p>", {"comment-mark": 1})
    assert sanitize('<p><a href="file:///C:/clip.htm">a</a></p>') == "<p>a</p>"


def test_a_mark_without_its_comment_is_said_to_be_one():
    text, left_out = copied('<p>Rest<a href="#_msocom_4">[JA4]</a>.</p><p>Perhaps the comment.</p>')
    assert text == "<p>Rest.</p><p>Perhaps the comment.</p>"
    assert left_out == {"comment-mark": 1}


def test_links_that_are_stored_already_stay_for_somebody_to_be_asked():
    stored = '<p>Rest<a href="#_msocom_1">[JA1]</a>.</p><p>Is this M.?</p>'
    assert sanitize(stored) == stored


def test_tracked_changes_are_accepted_as_a_word_file_does():
    text, left_out = copied(
        '<p>The fee is <del cite="mailto:J">$140</del><ins cite="mailto:J">$160</ins>.</p>'
    )
    assert text == "<p>The fee is $160.</p>"
    assert left_out == {"tracked": 2}


def test_crossed_out_words_stay_and_are_said():
    text, left_out = copied(
        '<p>a <s>b</s> <span style="text-decoration: line-through">c</span> <s></s></p>'
    )
    assert text == "<p>a b c</p>"
    assert left_out == {"struck": 2}


def test_a_field_keeps_its_result_and_loses_its_code():
    field = "<span style='mso-element:field-{}'></span>"
    html = f"<p>On {field.format('begin')} PAGE {field.format('separator')}12{field.format('end')}.</p>"
    assert copied(html) == ("<p>On 12.</p>", {"field": 1})
    unfinished = f"<p>On {field.format('begin')} PAGE</p><p>goes on</p>"
    assert copied(unfinished)[0] == "<p>On</p><p>goes on</p>"


def test_empty_marks_are_not_counted():
    html = "<p>a<del></del><span hidden> </span><span style='display:none'>\n</span></p>"
    assert copied(html) == ("<p>a</p>", {})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Rest[JA1] is.\n\n[JA1]SECRET\nSECRET\n\n", "<p>Rest is.</p>"),
        ("Rest[JA1] is.\nMore[MT2].\n [JA1]SECRET\n [MT2]SECRET", "<p>Rest is.</p><p>More.</p>"),
        ("Rest[a] is[b].\n\n[a]SECRET\n[b]SECRET", "<p>Rest is.</p>"),
    ],
)
def test_comments_in_plain_text_stay_out(text, kept):
    left_out = Counter()
    assert blocks_to_html(blocks_from_text(text, left_out)) == kept
    assert left_out["comment"] == text.count("]SECRET")


@pytest.mark.parametrize(
    "text",
    [
        "See[a].\n\n[a] Smith 2020.",
        "Vitamin [B12] helps.\n\n[B12]: a vitamin.",
        "Rest[1] is.\n\n[1]Smith 2020.",
        "[JA1] begins a text.\n\nIt goes on.",
    ],
)
def test_notes_that_somebody_typed_stay(text):
    assert blocks_to_html(blocks_from_text(text)).count("[") == text.count("[")


def test_every_kind_has_its_sentence_for_one_and_for_many():
    for number in (1, 3):
        said = sentences(dict.fromkeys(SENTENCES, number))
        assert len(said) == len(SENTENCES)
        assert not any("%" in sentence for sentence in said)
