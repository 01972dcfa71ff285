"""Word documents for tests, written part by part."""

import io
from zipfile import ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
NAMESPACES = (
    f'xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def part(root, inside, w=W):
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{w}" {NAMESPACES}>{inside}</w:{root}>'


def word_file(body, main="word/document.xml", w=W, r=R, media=None, **parts):
    """The bytes of a .docx. ``parts`` are ``{type of relationship: inside of the part}``, ``media`` is
    ``{name of a picture: its bytes}``; the text shows it with ``picture(name)``."""
    folder, name = main.rsplit("/", 1)
    roots = {"header": "hdr", "footer": "ftr"}
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr("_rels/.rels", relationships([("officeDocument", main)], r))
        own = [(kind, f"{kind}.xml") for kind in parts]
        pictures = [(name, f"media/{name}") for name in media or {}]
        archive.writestr(f"{folder}/_rels/{name}.rels", relationships(own, r, pictures))
        for file, data in (media or {}).items():
            archive.writestr(f"{folder}/media/{file}", data)
        archive.writestr(main, part("document", f"<w:body>{body}</w:body>", w))
        for kind, inside in parts.items():
            archive.writestr(f"{folder}/{kind}.xml", part(roots.get(kind, kind), inside, w))
    return out.getvalue()


def relationships(targets, r, pictures=()):
    inside = "".join(
        f'<Relationship Id="{name}" Type="{r}/image" Target="{target}"/>'
        for name, target in pictures
    )
    inside += "".join(
        f'<Relationship Id="r{n}" Type="{r}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inside}</Relationships>'


def p(*runs, properties=""):
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def t(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def picture(name, description=""):
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="{name}" descr="{description}"/>'
        f'<a:graphic><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:blipFill>'
        f'<a:blip r:embed="{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
