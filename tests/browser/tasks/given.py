"""What every product gets: a text as Word keeps it and as Word copies it, a picture, and who, what and when."""

import io
import re
from html import unescape
from itertools import groupby
from random import choice

from PIL import Image

from practice_site.demo.files import CONTENT, read_text
from tests.blog.docx.word_files import p, t, word_file
from tests.blog.start.clipboards import Word

AUTHOR = "Hana Wexler"
INTRODUCTION = "About tears that do not help, and what they may be asking for instead."
ALT = "A blue wall"
LAST_YEARS, HALF_OF_IT = "On being new at this", "being new"
PHONE = "(541) 555-0143"
# In the text there is one letter less than there should be; the caret goes behind what is before it.
TYPO, MENDED, MISSING, BEFORE_IT = "therapst", "therapist", "i", "therap"
BLOCK = re.compile(r"<(h2|p|li)>(.*?)</\1>", re.DOTALL)
RUN = re.compile(r"<(strong|em)>(.*?)</\1>|([^<]+)", re.DOTALL)
TAG = re.compile(r"<(?!/?(?:strong|em)>)[^>]+>")
KINDS = {"h2": '<w:pStyle w:val="Heading2"/>', "p": ""}
MARKS = {"strong": "<w:b/>", "em": "<w:i/>", "": ""}
ITEM = '<w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
    for name in ["Title", "heading 2", "List Paragraph"]
).replace('"heading2"', '"Heading2"')
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="·"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def title():
    """A new one in each run, for products keep what was written before."""
    name = "".join(
        choice(letters) for letters in ["BDKLM", "aeiou", "lmnr", "aeiou", "bdmr", "aeiou"]
    )
    return f"A kettle for {name}"


def blocks():
    """``(kind, html)`` of each paragraph, some 700 words in all."""
    body = read_text(CONTENT / "articles" / "when-a-good-cry-doesnt-help.html")["body"]
    *found, last = [(kind, TAG.sub("", html)) for kind, html in BLOCK.findall(body)]
    line = ("p", f"If none of this helps, a {TYPO} will sit with you while the kettle boils.")
    return [*found, line, last]


def headings():
    return [unescape(html) for kind, html in blocks() if kind == "h2"]


def number_of_items():
    return sum(kind == "li" for kind, _html in blocks())


def words():
    text = " ".join(re.sub(r"<[^>]+>", "", html) for _kind, html in blocks())
    return re.sub(r"\s+", " ", unescape(text)).strip()


def runs(html):
    return [t(bold or plain, MARKS[mark]) for mark, bold, plain in RUN.findall(html)]


def word_document(title):
    """A file for a dialog: title, author and introduction stand above the text, as people write them."""
    written = [p(*runs(html), properties=KINDS.get(kind, ITEM)) for kind, html in blocks()]
    above = [
        p(t(title), properties='<w:pStyle w:val="Title"/>'),
        p(t(f"By {AUTHOR}")),
        p(t(INTRODUCTION, "<w:i/>")),
    ]
    document = word_file("".join(above + written), styles=STYLES, numbering=NUMBERING)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return {"name": "kettle.docx", "mimeType": kind, "buffer": document}


def copied_from_word():
    """The text below its introduction, as it lies on the clipboard."""
    word, parts = Word(), []
    for kind, group in groupby(blocks(), key=lambda block: block[0]):
        texts = [html for _kind, html in group]
        if kind == "li":
            parts.append(word.items(*texts))
        else:
            parts += [word.h(html) if kind == "h2" else word.p(html) for html in texts]
    return word.whole(*parts), words()


def picture():
    """Of another color in each run: a product may know one that it has."""
    color = "#" + "".join(choice("56789abcd") for _digit in range(6))
    file = io.BytesIO()
    Image.new("RGB", (1600, 1200), color).save(file, "JPEG")
    return {"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}
