"""Looking for words in what is sealed: everything is opened, in memory, and forgotten again."""

from django.contrib.admin.views.main import ChangeList

from intake.documents import sealed
from intake.documents.content import AGES, CAME_BY, FOR_WHOM, FORMATS, PAYMENTS, ROUTES
from intake.documents.reaching import RELATIONS
from pages.states import STATES
from sealing.envelopes import CannotOpen
from team.models import TIMES

MOST_FOUND = 100
NOT_SEARCHED = {"version", "consent", "code", "received_at"}


class QuietChangeList(ChangeList):
    """Looks for the words that were posted: in an address they would stay in the browser's history and
    in the logs of whatever lies between. The first hundred stand on one page."""

    def get_queryset(self, request, exclude_parameters=None):
        self.query = request.POST.get("words", "").replace("\0", "").strip()
        if self.query:
            self.list_per_page = MOST_FOUND
        return super().get_queryset(request, exclude_parameters)


def holding(room, inquiries, term):
    """Ids of the inquiries that hold all of the words, in any field or in the reference."""
    wanted = term.casefold().split()
    spelled_out = labels_of_codes()
    rows = inquiries.order_by().values_list("pk", "content", "unsealed").iterator(chunk_size=500)
    found = []
    for pk, content, unsealed in rows:
        try:
            document = unsealed or sealed.read(room, content, sealed.CONTENT, pk)
        except CannotOpen:
            document = {}
        if holds(wanted, pk, document, spelled_out):
            found.append(pk)
    return found


def holds(wanted, pk, document, spelled_out):
    text = f"{pk} {in_words(document, spelled_out)}".casefold()
    return all(word in text for word in wanted)


def labels_of_codes():
    """What a coordinator reads where the document has a code; translated once for a whole search."""
    lists = (ROUTES, FOR_WHOM, AGES, FORMATS, PAYMENTS, CAME_BY, RELATIONS, dict(STATES))
    labels = {code: str(label) for codes in lists for code, label in codes.items() if code}
    return labels | {code: str(label) for code, (_field, label) in TIMES.items()}


def in_words(document, spelled_out):
    said = []
    for name, value in document.items():
        if name not in NOT_SEARCHED:
            said += words_of(value, spelled_out, is_number=name == "phone")
    return " ".join(said)


def words_of(value, spelled_out, *, is_number=False):
    """Of a text, a list of them, or a part of the document with fields of its own."""
    if isinstance(value, str) and value:
        digits = "".join(filter(str.isdecimal, value)) if is_number else ""
        return [value, spelled_out.get(value, ""), digits]
    if isinstance(value, list):
        return [word for one in value for word in words_of(one, spelled_out)]
    return [in_words(value, spelled_out)] if isinstance(value, dict) else []
