"""A Word document read by mammoth, in a process of its own (``python -m blog.docx.reader``, started by
``upload``). What it may cost is counted while it is unpacked, before anybody's parser builds anything."""

import gc
import io
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from blog.docx.missing import missing
from blog.docx.number_marks import with_numbers
from blog.docx.package import NotWord, prepared
from blog.docx.pictures import Pictures, is_picture, pictures_of
from pictures.apart import Refused, serve
from writing.reading.places import Places

MOST_PART_BYTES = 5 * 1024 * 1024
# Styles, notes and comments come beside the text; pictures are not unpacked at all.
MOST_BYTES = 2 * MOST_PART_BYTES
# A book has some six thousand paragraphs; a table has one in each cell.
MOST_PARAGRAPHS = 20_000
MOST_ELEMENTS = 300_000
MOST_DEPTH = 100
PIECE = 64 * 1024

# Styles with a meaning here.
MEANINGS = {
    "blockquote > p:fresh": ("Quote", "Intense Quote", "Block Text", "Quotations", "Block Quotation"),
    "p.said-title:fresh": ("Title",),
    "p.said-opening:fresh": ("Subtitle", "Epigraph"),
    "p.said-authors:fresh": ("Author", "Byline", "Signature"),
    "p.said-date:fresh": ("Date",),
}  # fmt: skip
# Those that say nothing a paragraph does not say. Word and LibreOffice set items of lists in them too.
PLAIN = (
    "Body Text", "No Spacing", "Normal (Web)", "Caption", "List Paragraph", "Standard", "Text body",
    "footnote text", "endnote text", "Footnote", "Endnote", "First Paragraph", "Compact", "Default",
    "Body", "Default Text",
)  # fmt: skip
# The converter's own rules, in front of what is plain: the first that fits is taken.
HEADINGS = [
    f"{style} => h{n}:fresh"
    for n in range(1, 7)
    for style in (f"p.Heading{n}", f"p[style-name='Heading {n}']", f"p[style-name='heading {n}']")
]
LISTS = [
    f"p:{order}-list({depth}) => {'ul|ol > li > ' * (depth - 1)}{tag} > li:fresh"
    for order, tag in (("unordered", "ul"), ("ordered", "ol"))
    for depth in range(1, 6)
]
STYLE_MAP = "\n".join(
    [
        *(f"p[style-name='{name}'] => {to}" for to, names in MEANINGS.items() for name in names),
        *HEADINGS,
        *LISTS,
        *(f"p[style-name='{name}'] => p:fresh" for name in PLAIN),
    ]
)
UNKNOWN_STYLE = re.compile(r"Unrecognised (?:paragraph|run) style: (.*)")
LOST_PICTURE = ("Could not find image file", "A v:imagedata element without")
UNKNOWN_SYMBOL = "A w:sym element with an unsupported character"


def answer(question: Any, data: bytes) -> tuple[dict[str, object], bytes]:
    # What is built is thrown away with the process: nothing to collect meanwhile.
    gc.disable()
    try:
        package = slim(data)
    except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused("not_word") from error
    try:
        html, counts, names = converted(package)
    except NotWord as error:
        raise Refused("not_word") from error
    except MemoryError:
        raise
    except Exception as error:
        raise Refused("damaged") from error
    text = html.encode("utf-8", "replace")
    pictures = pictures_of(data, names)
    sizes = [len(text), *map(len, pictures)]
    return {"counts": counts, "after": counts.after, "sizes": sizes}, b"".join([text, *pictures])


def converted(package: ZipFile) -> tuple[str, Places, list[str]]:
    import mammoth

    document, counts, texts = prepared(package)
    names: list[str] = []
    result = mammoth.convert_to_html(
        document,
        convert_image=mammoth.images.img_element(Pictures(names)),
        style_map=STYLE_MAP,
        # One in the document itself could ask for its comments.
        include_embedded_style_map=False,
    )
    counts["missing"] = missing(texts, result.value)
    counts.update(said(result.messages))
    return with_numbers(result.value), counts, names


def said(messages: Iterable[Any]) -> Counter[str]:
    """What the converter itself could not take over."""
    lines = [message.message for message in messages]
    styles = {match[1] for match in map(UNKNOWN_STYLE.match, lines) if match}
    symbols = sum(line.startswith(UNKNOWN_SYMBOL) for line in lines)
    pictures = sum(line.startswith(LOST_PICTURE) for line in lines)
    return Counter(style=len(styles), symbol=symbols, picture=pictures)


def slim(data: bytes) -> ZipFile:
    """The same package with its XML alone, really unpacked and counted while that is done."""
    out, left, seen = io.BytesIO(), MOST_BYTES, Seen()
    with ZipFile(io.BytesIO(data)) as archive, ZipFile(out, "w") as kept:
        for name in dict.fromkeys(archive.namelist()):
            if name.endswith((".xml", ".rels")):
                part = unpacked(archive, name, min(left, MOST_PART_BYTES))
                left -= len(part)
                seen.count(part)
                kept.writestr(name, part)
            elif is_picture(name):
                # Which picture stands where is asked by name; what it shows, only of those that stay.
                kept.writestr(name, name)
    return ZipFile(out)


def unpacked(archive: ZipFile, name: str, most: int) -> bytes:
    """Never more than ``most`` bytes, whatever the archive says about itself."""
    with archive.open(name) as part:
        data = part.read(most + 1)
    if len(data) > most:
        raise Refused("too_much")
    return data


class Seen:
    """Refuses more elements and paragraphs, or deeper ones, than anybody's text has."""

    def __init__(self) -> None:
        self.elements = self.paragraphs = self.depth = 0

    def count(self, xml: bytes) -> None:
        self.depth = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.EntityDeclHandler = self.refuse
        try:
            for begin in range(0, len(xml), PIECE):
                parser.Parse(xml[begin : begin + PIECE], False)
            parser.Parse(b"", True)
        except expat.ExpatError:
            pass  # whoever needs this part will say so

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.depth += 1
        self.paragraphs += name == "p" or name.endswith(":p")
        if (
            self.elements > MOST_ELEMENTS
            or self.paragraphs > MOST_PARAGRAPHS
            or self.depth > MOST_DEPTH
        ):
            raise Refused("too_much")

    def end(self, name: str) -> None:
        self.depth -= 1

    def refuse(self, *declared: object) -> None:
        raise Refused("damaged")


if __name__ == "__main__":
    serve(answer)
