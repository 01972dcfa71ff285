"""A Word file: what it marks as not part of its text stays out, and what could not come is counted."""

from collections import Counter
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from blog.docx.upload import html_of_docx
from tests.blog.docx.word_files import STRICT, STRICT_R, p, picture, t, word_file
from writing.pasting.pasted import blocks_from_html, blocks_to_html
from writing.text import plain_text


def read(content):
    html, counts = html_of_docx(SimpleUploadedFile("a.docx", content))
    left_out = Counter(counts)
    return blocks_to_html(blocks_from_html(html, left_out)), +left_out


COMMENTS = (
    f'<w:comment w:id="0" w:author="June">{p(t("SECRET one"))}</w:comment>'
    f'<w:comment w:id="1" w:author="June">{p(t("SECRET two"))}{p(t("SECRET three"))}</w:comment>'
)
MARKS = '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r>'


@pytest.mark.parametrize("more", [{}, {"w": STRICT, "r": STRICT_R}, {"main": "word/document2.xml"}])
def test_comments_stay_out_and_are_counted(more):
    text, left_out = read(word_file(p(t("Rest."), MARKS), comments=COMMENTS, **more))
    assert (text, left_out) == ("<p>Rest.</p>", {"comment": 2})


def test_a_document_cannot_ask_for_its_comments_to_become_text():
    content = word_file(p(t("Rest."), MARKS), comments=COMMENTS)
    file = SimpleUploadedFile("a.docx", content)
    with ZipFile(file, "a") as archive:
        archive.writestr("mammoth/style-map", "comment-reference => sup")
    assert "SECRET" not in html_of_docx(file)[0]


def test_tracked_changes_are_accepted_and_counted():
    body = p(
        t("The fee is "),
        '<w:del w:id="1"><w:r><w:delText>$140</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{t("$160")}</w:ins>',
        f'<w:moveFrom w:id="3">{t(" SECRET")}</w:moveFrom>',
        t("."),
    )
    assert read(word_file(body)) == ("<p>The fee is $160.</p>", {"tracked": 3})


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Notes"><w:name w:val="Body Text"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="More"><w:name w:val="No Spacing"/><w:basedOn w:val="Notes"/></w:style>'
    '<w:style w:type="character" w:styleId="Whisper"><w:name w:val="Hyperlink"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Up"><w:name w:val="Hyperlink"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pale"><w:name w:val="Body Text"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Banner"><w:name w:val="Body Text"/><w:pPr><w:shd w:val="clear" w:fill="123456"/></w:pPr>'
    '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Caption"/><w:basedOn w:val="Loop"/></w:style>'
)


WHITE = '<w:color w:val="FFFFFF"/>'


def cell(inside, fill, of_table=""):
    shading = f'<w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr>'
    return (
        f"<w:tbl><w:tblPr>{of_table}</w:tblPr><w:tr><w:tc>{shading}{inside}</w:tc></w:tr></w:tbl>"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        p(t("SECRET", "<w:vanish/>")),
        p(t("SECRET", '<w:vanish w:val="true"/>'), t("SECRET", "<w:b/><w:vanish/>")),
        p(t("SECRET"), properties='<w:pStyle w:val="Notes"/>'),
        p(t("SECRET"), properties='<w:pStyle w:val="More"/>'),
        p(t("SECRET", '<w:rStyle w:val="Whisper"/>')),
        p(f'<w:hyperlink w:anchor="x">{t("SECRET", "<w:vanish/>")}</w:hyperlink>'),
        f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{p(t('SECRET'))}</w:tc></w:tr></w:tbl>",
        f"<w:sdt><w:sdtContent>{p(t('SECRET', '<w:vanish/>'))}</w:sdtContent></w:sdt>",
        p(t("SECRET", WHITE)),
        p(t("SECRET", '<w:sz w:val="2"/>')),
        p(t("SECRET", f'{WHITE}<w:shd w:val="clear" w:color="auto" w:fill="auto"/>')),
        p(t("SECRET", '<w:color w:val="000000"/><w:highlight w:val="black"/>')),
        p(t("SECRET"), properties='<w:pStyle w:val="Pale"/>'),
        cell(p(t("SECRET", WHITE)), "FDFDFD"),
        p(t("SECRET", '<w:color w:val="FEFEFE"/><w:b/>')),
    ],
)
def test_hidden_text_stays_out_and_is_counted(hidden):
    body = p(t("Before.")) + hidden + p(t("After."))
    text, left_out = read(word_file(body, styles=STYLES))
    assert (text, left_out) == ("<p>Before.</p><p>After.</p>", {"hidden": 1})


@pytest.mark.parametrize(
    "shown",
    [
        p(t("KEPT", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="Notes"/>'),
        p(t("KEPT"), properties='<w:pStyle w:val="Loop"/><w:rPr><w:vanish/></w:rPr>'),
        p(f'<w:fldSimple w:instr="SEQ Figure">{t("KEPT")}</w:fldSimple>'),
        p(f'<w:dir w:val="rtl"><w:bdo w:val="rtl">{t("KEPT")}</w:bdo></w:dir>'),
        p(t("KEPT", '<w:sz w:val="16"/><w:color w:val="767676"/>')),
        p(t("KEPT", f'{WHITE}<w:highlight w:val="darkBlue"/>')),
        p(t("KEPT", f'{WHITE}<w:shd w:val="clear" w:fill="1155CC"/>')),
        p(t("KEPT", WHITE), properties='<w:shd w:val="clear" w:fill="1155CC"/>'),
        p(t("KEPT"), properties='<w:pStyle w:val="Banner"/>'),
        cell(p(t("KEPT", WHITE)), "1155CC"),
        cell(p(t("KEPT", WHITE)), "auto", '<w:tblStyle w:val="GridTable4"/>'),
        p(t("KEPT", '<w:color w:val="auto"/>')),
        p(f"<w:ruby><w:rubyPr/><w:rt>{t('x')}</w:rt><w:rubyBase>{t('KEPT')}</w:rubyBase></w:ruby>"),
    ],
)
def test_words_that_are_shown_stay(shown):
    text, left_out = read(word_file(p(t("Before.")) + shown, styles=STYLES))
    assert text == "<p>Before.</p><p>KEPT</p>"
    assert "hidden" not in left_out


def test_field_codes_headers_and_footers_are_counted():
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>"
    link = '<w:r><w:instrText> HYPERLINK "https://sleep.example/" </w:instrText></w:r>'
    body = p(field.format("begin"), code, field.format("separate"), t("12"), field.format("end"))
    body += p(
        field.format("begin"), link, field.format("separate"), t("guide"), field.format("end")
    )
    text, left_out = read(word_file(body, header=p(t("SECRET")), footer=p()))
    assert (
        text == '<p>12</p><p><a href="https://sleep.example/" rel="external noopener">guide</a></p>'
    )
    assert left_out == {"field": 1, "margin": 1}


def test_what_cannot_come_along_is_counted_by_kind():
    body = (
        p(t("Fees are these."))
        + f"<w:tbl><w:tr><w:tc>{p(t('Couples'))}</w:tc><w:tc>{p(t('$210'))}</w:tc></w:tr></w:tbl>"
        + p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", t("old", "<w:strike/>"))
        + p(t("new", "<w:dstrike/>"), properties='<w:pStyle w:val="Odd"/>')
        + p('<w:r><w:sym w:font="Odd" w:char="F0FF"/></w:r>')
        + '<w:p><w:r><w:drawing><a:graphicData uri="http://x.example/2006/chart"/></w:drawing></w:r></w:p>'
    )
    styles = '<w:style w:type="paragraph" w:styleId="Odd"><w:name w:val="Odd"/></w:style>'
    assert read(word_file(body, styles=styles))[1] == {
        "table": 1, "formula": 1, "struck": 2, "style": 1, "symbol": 1, "embedded": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    "raised",
    [
        t("3", '<w:vertAlign w:val="superscript"/>'),
        t("3", '<w:rStyle w:val="Up"/>'),
        t("3", '<w:position w:val="6"/>'),
    ],
)
def test_raised_figures_stay_raised(raised):
    assert read(word_file(p(t("10"), raised), styles=STYLES))[0] == "<p>10³</p>"


def test_a_drop_cap_is_the_beginning_of_its_paragraph():
    cap = p(t("D"), properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    body = cap + p(t("rop cap."), properties='<w:jc w:val="both"/>') + cap
    assert read(word_file(body))[0] == "<p>Drop cap.</p><p>D</p>"


def test_links_inside_the_document_lead_to_the_heading_they_meant():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    )
    body = (
        p(f'<w:hyperlink w:anchor="_A_section">{t("there")}</w:hyperlink>')
        + p(f'<w:hyperlink w:anchor="_Nowhere">{t("nowhere")}</w:hyperlink>')
        + p('<w:bookmarkStart w:id="1" w:name="_A_section"/>', t("A section"), properties='<w:pStyle w:val="Heading1"/>')
    )  # fmt: skip
    text, left_out = read(word_file(body, styles=styles))
    assert text == '<p><a href="#part-a-section">there</a></p><p>nowhere</p><h2>A section</h2>'
    assert left_out == {"inner-link": 1}


def level(depth, form="decimal", text=None, start=1):
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{f"%{depth + 1}." if text is None else text}"/></w:lvl>'
    )


def numbering(*levels, starts_at=None):
    """Rules for the lists 1 and 2, which count on; list 3 of the same rules begins anew."""
    own = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{starts_at or 1}"/></w:lvlOverride>'
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>' + "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>{own if n == 3 else ""}</w:num>'
        for n in (1, 2, 3)
    )


def item(words, num=1, depth=0, style=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(t(words), properties=style + number)


@pytest.mark.parametrize(
    ("body", "rules", "html"),
    [
        (
            item("a") + item("b") + p(t("T")) + item("c"),
            numbering(level(0)),
            '<ol><li>a</li><li>b</li></ol><p>T</p><ol start="3"><li>c</li></ol>',
        ),
        (
            item("a") + p(t("T")) + item("b", num=2) + p(t("T")) + item("c", num=3) + item("d", num=3),
            numbering(level(0)),
            '<ol><li>a</li></ol><p>T</p><ol start="2"><li>b</li></ol><p>T</p><ol><li>c</li><li>d</li></ol>',
        ),
        (item("a", num=3) + item("b", num=3), numbering(level(0), starts_at=7), '<ol start="7"><li>a</li><li>b</li></ol>'),
        (item("a") + item("b"), numbering(level(0, start=4)), '<ol start="4"><li>a</li><li>b</li></ol>'),
        (
            item("a") + item("b", depth=1) + item("c", depth=1) + item("d") + item("e", depth=1),
            numbering(level(0), level(1)),
            "<ol><li>a<ol><li>b</li><li>c</li></ol></li><li>d<ol><li>e</li></ol></li></ol>",
        ),
        (item("a") + item("b", num=3), numbering(level(0)), "<ol><li>a</li></ol><ol><li>b</li></ol>"),
        (
            item("a", style="H") + p(t("T")) + item("b", style="H", depth=1) + item("c", style="H"),
            numbering(level(0, "upperRoman"), level(1, text="%1.%2")),
            "<h2>I. a</h2><p>T</p><h2>I.1 b</h2><h2>II. c</h2>",
        ),
        (item("a") + item("b"), numbering(level(0, "none", text="")), "<p>a</p><p>b</p>"),
        (item("a", num=0) + item("b", num=9), numbering(level(0)), "<p>a</p><p>b</p>"),
    ],
)  # fmt: skip
def test_items_keep_the_numbers_that_word_shows(body, rules, html):
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    text, left_out = read(word_file(body, numbering=rules, styles=styles))
    assert (text, left_out) == (html, {})


@pytest.mark.parametrize("rules", [level(0, "lowerLetter"), level(0, text="Step %1:")])
def test_a_list_that_counts_otherwise_is_said(rules):
    body = item("a") + item("b") + item("c", num=2)
    text, left_out = read(word_file(body, numbering=numbering(rules)))
    assert left_out == {"lettered": 2}
    assert text == "<ol><li>a</li><li>b</li><li>c</li></ol>"


@pytest.mark.parametrize("between", ["<w:cr/>", "<w:ptab/>", "<w:tab/>", "<w:br/>"])
def test_words_around_a_break_stay_apart(between):
    text, _left_out = read(word_file(p(t("one"), f"<w:r>{between}</w:r>", t("two"))))
    assert plain_text(text.replace("<br>", " ")).split() == ["one", "two"]


def test_what_the_converter_loses_without_a_word_is_counted():
    body = p(t("Kept."), f"<w:unheardOf>{t('Lost words.')}</w:unheardOf>")
    assert read(word_file(body)) == ("<p>Kept.</p>", {"missing": 1})


def test_what_is_left_out_has_its_place():
    body = p(t("The fee is "), t("SECRET", "<w:vanish/>"), t("$160.")) + p(
        t("Ask us."), '<w:r><w:commentReference w:id="0"/></w:r>', "<m:oMath/>", t(" Or not.")
    )
    body += p(t("Old "), '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>')
    comment = f'<w:comment w:id="0">{p(t("SECRET"))}</w:comment>'
    _html, counts = html_of_docx(SimpleUploadedFile("a.docx", word_file(body, comments=comment)))
    assert {kind: words[0].split()[-1] for kind, words in counts.after.items()} == {
        "hidden": "is", "comment": "us.", "formula": "us.", "tracked": "Old",
    }  # fmt: skip


def test_quotations_of_word_are_quotations():
    styles = '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>'
    body = p(t("Rest."), properties='<w:pStyle w:val="Q"/>')
    assert read(word_file(body, styles=styles))[0] == "<blockquote><p>Rest.</p></blockquote>"


def word_table(*rows, header=False):
    """Rows of cells, each the XML inside of one."""
    marks = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    drawn = ("".join(f"<w:tc>{inside}</w:tc>" for inside in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{marks}{row}</w:tr>' for row in drawn)}</w:tbl>"


def spanning(property_, words):
    return f"<w:tcPr>{property_}</w:tcPr>{p(t(words))}"


@pytest.mark.parametrize("header", [True, False])
def test_a_table_is_a_table(header):
    rows = [[p(t("For")), p(t("Fee"))], [p(t("Couples")) + p(t("75 minutes")), p(t("$210"))]]
    body = p(t("Before.")) + word_table(*rows, header=header) + p(t("After."))
    text, left_out = read(word_file(body))
    assert text == (
        '<p>Before.</p><table><thead><tr><th scope="col">For</th><th scope="col">Fee</th></tr></thead>'
        "<tbody><tr><td>Couples<br>75 minutes</td><td>$210</td></tr></tbody></table><p>After.</p>"
    )
    assert left_out == {}


def test_merged_cells_are_taken_apart_and_said():
    wide, start, goes_on = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        [spanning(wide, "Fees")],
        [p(t("For")), p(t("Fee"))],
        [spanning(start, "Couples"), p(t("$210"))],
        [spanning(goes_on, ""), p(t("$225"))],
    ]
    text, left_out = read(word_file(word_table(*rows)))
    assert text == (
        '<table><caption>Fees</caption><thead><tr><th scope="col">For</th><th scope="col">Fee</th></tr>'
        "</thead><tbody><tr><td>Couples</td><td>$210</td></tr><tr><td></td><td>$225</td></tr></tbody></table>"
    )
    assert left_out == {"merged": 1}


def test_a_frame_of_one_cell_is_the_text_in_it():
    assert read(word_file(word_table([p(t("One.")) + p(t("Two."))]))) == (
        "<p>One.</p><p>Two.</p>",
        {},
    )


def test_the_main_part_is_found_by_the_packages_relationships():
    assert read(word_file(p(t("Rest.")), main="word/document2.xml"))[0] == "<p>Rest.</p>"
    assert read(word_file(p(t("Rest.")), main="doc/text.xml"))[0] == "<p>Rest.</p>"


def test_other_office_files_are_no_word_documents():
    content = (
        word_file("")
        .replace(b"<w:document", b"<w:workbook")
        .replace(b"</w:document", b"</w:workbook")
    )
    with pytest.raises(ValidationError):
        read(content)


@pytest.mark.parametrize(
    "inside",
    [f'<w:hyperlink r:id="gone">{t("KEPT")}</w:hyperlink>', t("KEPT") + picture("gone.png")],
)
def test_what_leads_to_nothing_keeps_its_words(inside):
    assert read(word_file(p(inside)))[0] == "<p>KEPT</p>"


def test_a_reasonable_depth_is_read():
    body = "<w:dir>" * 50 + t("KEPT") + "</w:dir>" * 50
    assert read(word_file(p(body)))[0] == "<p>KEPT</p>"


def test_nesting_without_end_is_refused_with_a_sentence():
    body = "<w:dir>" * 5000 + t("KEPT") + "</w:dir>" * 5000
    with pytest.raises(ValidationError, match="tangled"):
        read(word_file(p(body)))
