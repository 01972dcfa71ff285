"""Looking for words in what is sealed: everything is opened, in memory, and forgotten again."""

from intake import sealed
from intake.content import from_document
from outbox.sealing import CannotOpen


def holding(room, inquiries, term):
    """Ids of the inquiries that hold all of the words, in any field or in the reference."""
    wanted = term.casefold().split()
    rows = inquiries.order_by().values_list("pk", "content", "unsealed").iterator(chunk_size=500)
    return [row[0] for row in rows if holds(room, row, wanted)]


def holds(room, row, wanted):
    pk, content, unsealed = row
    try:
        document = unsealed or sealed.read(room, content, sealed.CONTENT, pk)
        text = in_words(from_document(document))
    except (CannotOpen, ValueError):
        text = ""
    text = f"{pk} {text}".casefold()
    return all(word in text for word in wanted)


def in_words(content):
    digits = "".join(filter(str.isdecimal, content.phone))
    return " ".join([content.address, digits, *(str(words) for _label, words in content.rows())])
