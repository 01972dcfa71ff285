"""Texts as seven programs put them on the clipboard, and Word files: nothing is lost unsaid, no word lost or joined."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from blog.docx.upload import html_of_docx
from blog.start.whole_text import made_of, proposed_rows
from tests.blog.docx import word_files as docx
from tests.blog.start.clipboards import PROGRAMS
from writing.blocks import blocks_to_html
from writing.pasting.pasted import blocks_from_html
from writing.reading.places import Places

P1 = "There is a kind of quiet in a house after an argument."
P2 = "It does not ask to be fixed, and it waits for somebody."


def arrived(html, left_out=None):
    """``(what is made of it, what is said to be left out, its words)``."""
    left_out = Places() if left_out is None else left_out
    rows = proposed_rows(blocks_from_html(html, left_out))
    return made_of(rows), dict(+left_out), "\n".join(row.text for row in rows).split()


def begun(by, *parts):
    """A text with title and byline, and these things in it."""
    return by.whole(
        by.p("On Being Late"), by.p("By Mara Ellison, LMFT"), by.p(P1), *parts, by.p(P2)
    )


def words_of(html):
    """The words of HTML that is nothing but text and tags that part it."""
    return re.sub("<[^<>]*>", " ", html).split()


BEFORE = f"On Being Late By Mara Ellison, LMFT {P1}".split()
FEATURES = {
    "heading": (lambda by: [by.h("Why It Waits")], "<h2>Why It Waits</h2>", "Why It Waits", {}),
    "bullets": (
        lambda by: [by.items("a kettle", "a <b>cup</b>", "no plan")],
        "<ul><li>a kettle</li><li>a <strong>cup</strong></li><li>no plan</li></ul>",
        "a kettle a cup no plan",
        {},
    ),
    "numbers that go on": (
        lambda by: [by.items("sit", "breathe", start=1), by.p("And then wait."), by.items("call", "listen", start=3)],
        '<ol><li>sit</li><li>breathe</li></ol><p>And then wait.</p><ol start="3"><li>call</li><li>listen</li></ol>',
        "sit breathe And then wait. call listen",
        {},
    ),
    "quotation": (
        lambda by: [by.quote("Nobody owns the beach.")],
        "<blockquote><p>Nobody owns the beach.</p></blockquote>",
        "Nobody owns the beach.",
        {},
    ),
    "raised": (lambda by: [by.p(f"About 10{by.up('3')} of us.")], "<p>About 10³ of us.</p>", "About 10³ of us.", {}),
    "line break": (lambda by: [by.p(f"One line{by.break_()}and the next")], "<p>One line<br>and the next</p>", "One line and the next", {}),
    "emoji": (lambda by: [by.p(f"Hello {by.emoji('😊')} there.")], "<p>Hello 😊 there.</p>", "Hello 😊 there.", {}),
    "picture": (lambda by: [by.p('<img src="x" alt="A lake">')], "", "", {"picture": 1}),
    "crossed out": (lambda by: [by.p("The fee is <s>$140</s> $160.")], "<p>The fee is $140 $160.</p>", "The fee is $140 $160.", {"struck": 1}),
    "right to left": (lambda by: [by.p("שלום לכולם, חברים.")], "<p>שלום לכולם, חברים.</p>", "שלום לכולם, חברים.", {}),
}  # fmt: skip


@pytest.mark.parametrize("feature", FEATURES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_program_copies_arrives(program, feature):
    by = PROGRAMS[program]
    parts, body, words, said = FEATURES[feature]
    found, left_out, arrived_words = arrived(begun(by, *parts(by)))
    assert found.title == "On Being Late"
    assert [(author.name, author.title) for author in found.authors] == [("Mara Ellison", "LMFT")]
    assert blocks_to_html(found.body) == f"<p>{P1}</p>{body}<p>{P2}</p>"
    assert arrived_words == BEFORE + words.split() + P2.split()
    assert left_out == said


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_link_leads_straight_to_its_page(program):
    by = PROGRAMS[program]
    found, left_out, _words = arrived(
        begun(by, by.p(by.link("https://tide.example/a", "the tide")))
    )
    assert (
        '<a href="https://tide.example/a" rel="external noopener">the tide</a>'
        in blocks_to_html(found.body)
    )
    assert left_out == ({"wrapped": 1} if program in ("GoogleDocs", "Outlook") else {})


@pytest.mark.parametrize("program", PROGRAMS)
def test_notes_become_references(program):
    by = PROGRAMS[program]
    html = begun(by, by.p(f"So they say{by.mark(1)} and mean{by.mark(2)}."))
    end = by.whole(by.note(1, "Marsh (2019), Tides."), by.note(2, "Okada (2021), Nights."))
    found, left_out, _words = arrived(html + end)
    assert "<p>So they say[1] and mean[2].</p>" in blocks_to_html(found.body)
    assert [row["text"] for row in found.references] == [
        "Marsh (2019), Tides.",
        "Okada (2021), Nights.",
    ]
    assert left_out == {}


p, t = docx.p, docx.t
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
    for name in ("Title", "Subtitle", "Author", "Date", "Quote", "Block Text", "heading 1", "heading 2", "Fancy", "List Paragraph", "Text Body")
)  # fmt: skip
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId '
    'w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def styled(name, *runs):
    return p(*runs, properties=f'<w:pStyle w:val="{name}"/>')


def item(words, num, style=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return p(
        t(words),
        properties=f'{style}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>',
    )


def note(n, words):
    return f'<w:footnote w:id="{n}">{p("<w:r><w:footnoteRef/></w:r>", t(f" {words}"))}</w:footnote>'


BREAK = "<w:r><w:br/></w:r>"
FILES = {
    "heading": (styled("heading1", t("Why It Waits")), "<h2>Why It Waits</h2>", {}),
    "a list as the button of Word makes it": (
        "".join(item(words, num, "ListParagraph") for words, num in [("sit", 2), ("call", 2), ("listen", 1)]),
        "<ul><li>sit</li><li>call</li></ul><ol><li>listen</li></ol>",
        {},
    ),
    "a list in a style for text": (
        item("sit", 2, "TextBody") + styled("TextBody", t("And wait.")), "<ul><li>sit</li></ul><p>And wait.</p>", {}),
    "quotation": (styled("Quote", t("Nobody owns it.")), "<blockquote><p>Nobody owns it.</p></blockquote>", {}),
    "block text": (styled("BlockText", t("Nobody owns it.")), "<blockquote><p>Nobody owns it.</p></blockquote>", {}),
    "a style of its own": (styled("Fancy", t("Plain words.")), "<p>Plain words.</p>", {"style": 1}),
    "bold and slanted": (p(t("One "), t("two", "<w:b/>"), t(" three.", "<w:i/>")), "<p>One <strong>two</strong><em> three.</em></p>", {}),
    "a list that goes on": (
        item("sit", 1) + item("call", 1) + p(t("And wait.")) + item("listen", 1),
        '<ol><li>sit</li><li>call</li></ol><p>And wait.</p><ol start="3"><li>listen</li></ol>',
        {},
    ),
    "bullets": (item("a cup", 2) + item("no plan", 2), "<ul><li>a cup</li><li>no plan</li></ul>", {}),
    "raised": (p(t("About 10"), t("3", '<w:vertAlign w:val="superscript"/>'), t(" of us.")), "<p>About 10³ of us.</p>", {}),
    "lowered": (p(t("H"), t("2", '<w:vertAlign w:val="subscript"/>'), t("O is water.")), "<p>H₂O is water.</p>", {}),
    "drop cap": (
        p(t("D"), properties='<w:framePr w:dropCap="drop" w:lines="3"/>') + p(t("rop caps are one word.")),
        "<p>Drop caps are one word.</p>",
        {},
    ),
    "line break": (p(t("One line"), BREAK, t("and the next")), "<p>One line<br>and the next</p>", {}),
    "tab": (p(t("One"), "<w:r><w:tab/></w:r>", t("two.")), "<p>One two.</p>", {}),
    "old line break": (p(t("One"), "<w:r><w:cr/></w:r>", t("two")), "<p>One<br>two</p>", {}),
    "link inside": (
        p(f'<w:hyperlink w:anchor="_Part">{t("below")}</w:hyperlink>')
        + styled("heading2", '<w:bookmarkStart w:id="1" w:name="_Part"/>', t("Why It Waits")),
        '<p><a href="#part-why-it-waits">below</a></p><h2>Why It Waits</h2>',
        {},
    ),
    "link to nowhere": (p(f'<w:hyperlink w:anchor="_No">{t("below it.")}</w:hyperlink>'), "<p>below it.</p>", {"inner-link": 1}),
    "tracked": (
        p(t("The fee is "), '<w:del w:id="1"><w:r><w:delText>$140</w:delText></w:r></w:del>', f'<w:ins w:id="2">{t("$160")}</w:ins>', t(".")),
        "<p>The fee is $160.</p>",
        {"tracked": 2},
    ),
    "hidden": (p(t("Seen."), t("SECRET", "<w:vanish/>")), "<p>Seen.</p>", {"hidden": 1}),
    "crossed out": (p(t("old", "<w:strike/>"), t(" new.")), "<p>old new.</p>", {"struck": 1}),
    "formula": (p(t("As in "), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", t(" it is.")), "<p>As in it is.</p>", {"formula": 1}),
    "chart": (p(t("See."), '<w:r><w:drawing><a:graphicData uri="http://x.example/chart"/></w:drawing></w:r>'), "<p>See.</p>", {"embedded": 1}),
    "picture without a file": (p(docx.picture("gone.png", "A lake")), "", {"picture": 1}),
    "emoji": (p(t("Hello 😊 there.")), "<p>Hello 😊 there.</p>", {}),
    "right to left": (
        p(t("שלום לכולם, חברים.", "<w:rtl/>"), properties="<w:bidi/>"), "<p>שלום לכולם, חברים.</p>", {},
    ),
    "a box of text": (
        p('<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>' + p(t("In a box.")) + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
        "<p>In a box.</p>",
        {},
    ),
    "a field": (p('<w:fldSimple w:instr="SEQ Figure">' + t("Figure 1.") + "</w:fldSimple>"), "<p>Figure 1.</p>", {"field": 1}),
    "words nobody knows": (p(t("Kept."), f"<w:unheardOf>{t('Lost.')}</w:unheardOf>"), "<p>Kept.</p>", {"missing": 1}),
}  # fmt: skip


def read(body, **parts):
    content = docx.word_file(body, **{"styles": STYLES, "numbering": NUMBERING} | parts)
    html, counts = html_of_docx(SimpleUploadedFile("a.docx", content))
    return arrived(html, counts)


@pytest.mark.parametrize("name", FILES)
def test_what_a_word_file_holds_arrives(name):
    inside, body, said = FILES[name]
    found, left_out, words = read(
        styled("Title", t("On Being Late"))
        + p(t("By Mara Ellison, LMFT"))
        + p(t(P1))
        + inside
        + p(t(P2))
    )
    assert found.title == "On Being Late"
    assert [(author.name, author.title) for author in found.authors] == [("Mara Ellison", "LMFT")]
    assert blocks_to_html(found.body) == f"<p>{P1}</p>{body}<p>{P2}</p>"
    apart = re.sub(r"</?(?:strong|em|a)\b[^<>]*>", "", body)
    assert words == BEFORE + words_of(apart) + P2.split()
    assert left_out == said


def test_styles_of_word_say_what_a_line_is():
    body = styled("Title", t("On Being Late")) + styled("Subtitle", t("A smaller question"))
    body += (
        styled("Author", t("Mara Ellison"))
        + styled("Date", t("March 3, 2025"))
        + p(t(P1))
        + p(t(P2))
    )
    found, left_out, _words = read(body)
    assert (found.title, found.opening_lines) == ("On Being Late", "A smaller question")
    assert [author.name for author in found.authors] == ["Mara Ellison"]
    assert found.day.isoformat() == "2025-03-03"
    assert [block.text for block in found.body] == [P1, P2]
    assert left_out == {}


def test_notes_of_a_word_file_are_references_and_stand_in_no_title():
    def mark(n):
        return f'<w:r><w:footnoteReference w:id="{n}"/></w:r>'

    body = (
        styled("Title", t("On Being Late"), mark(2))
        + p(t("By Mara Ellison, LMFT"), mark(3))
        + p(t(P1), mark(4))
        + p(t(P2))
    )
    notes = note(2, "First.") + note(3, "Second.") + note(4, "Third, at https://tide.example/a.")
    found, left_out, _words = read(body, footnotes=notes)
    assert found.title == "On Being Late"
    assert [(author.name, author.title) for author in found.authors] == [("Mara Ellison", "LMFT")]
    assert blocks_to_html(found.body) == f"<p>{P1}[3]</p><p>{P2}</p>"
    assert found.references == [
        {"text": "First.", "url": ""},
        {"text": "Second.", "url": ""},
        {"text": "Third, at", "url": "https://tide.example/a"},
    ]
    assert left_out == {}
