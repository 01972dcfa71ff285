"""Looking for words in what is sealed: everything is opened, in memory, and forgotten again."""

import time

from django.contrib.admin.views.main import ChangeList
from django.utils.translation import gettext_lazy as _

from intake.admin.search_words import Text, Wanted
from intake.documents import sealed
from intake.documents.choices import (
    AGES,
    CAME_BY,
    FOR_WHOM,
    FORMATS,
    PAYMENTS,
    ROUTES,
    WRITTEN_IN,
)
from intake.documents.reaching import RELATIONS
from intake.models import Entry, Inquiry
from pages.states import STATES
from sealing.envelopes import CannotOpen
from team.models import TIMES

MOST_FOUND = 100
# Seconds. Whoever else asks something of this process waits as long as work goes on in one piece, again after each of
# their own questions to the database.
WORK, REST = 0.002, 0.001
PORTION = 200
TOLD = _("What they told us")
NOT_SEARCHED = {"version", "consent", "code", "received_at"}


class QuietChangeList(ChangeList):
    """Looks for the words that were posted: in an address they would stay in the browser's history and
    in the logs of whatever lies between. The first hundred stand on one page."""

    def get_queryset(self, request, exclude_parameters=None):
        self.query = request.POST.get("words", "").replace("\0", "").strip()
        if self.query:
            self.list_per_page = MOST_FOUND
        return super().get_queryset(request, exclude_parameters)


def is_asked(request):
    """Whether words were posted to look for."""
    return bool(request.POST.get("words", "").replace("\0", "").strip())


def holding(room, inquiries, term):
    """{id: where it was found} of the newest that hold all of the words, in what was told, in what happened
    since, or in the reference; one more than are shown at the most.

    In portions, so that neither the database nor the memory holds all of them at once.
    """
    wanted, found, pauses = Wanted(term), {}, Pauses()
    if not wanted:
        return found
    spelled_out = labels_of_codes()
    pks = list(inquiries.order_by("-received_at", "pk").values_list("pk", flat=True))
    for portion in batched(pks, PORTION):
        for pk, texts in read(room, portion, spelled_out, pauses):
            pauses.take()
            if where := found_in(wanted, texts):
                found[pk] = where
            if len(found) > MOST_FOUND:
                return found
    return found


def found_in(wanted, texts):
    """The places in which some of the words stand, where together they hold all of them; else nothing."""
    missing = [(label, wanted.missing(text)) for label, text in texts]
    if set.intersection(*(words for _label, words in missing)):
        return []
    everything = len(wanted.words)
    return list(dict.fromkeys(label for label, words in missing if len(words) < everything))


class Pauses:
    """Work in small pieces: what opens thousands of documents keeps nobody from a page."""

    def __init__(self):
        self.began = time.monotonic()

    def take(self):
        """Between two documents: lets others go on, if it is their turn."""
        if time.monotonic() - self.began > WORK:
            time.sleep(REST)
            self.began = time.monotonic()


def read(room, pks, spelled_out, pauses):
    """(id, [(label, text)]) of each: what was told with the reference, then what happened."""
    texts = {pk: [] for pk in pks}
    rows = Inquiry.objects.filter(pk__in=pks).values_list("pk", "content", "unsealed")
    for pk, content, unsealed in rows:
        pauses.take()
        document = unsealed or opened(room, content, sealed.CONTENT, pk)
        text = f"{pk} {pk.hex} {in_words(document, spelled_out)}"
        texts[pk].insert(0, (TOLD, Text(text)))
    entries = Entry.objects.filter(inquiry__in=pks).values_list("inquiry", "pk", "kind", "sealed")
    for pk, entry, kind, closed in entries:
        pauses.take()
        document = opened(room, closed, sealed.ENTRY, entry)
        text = f"{document.get('title', '')} {document.get('words', '')}"
        texts[pk].append((str(Entry.Kind(kind).label), Text(text)))
    return [(pk, found) for pk, found in texts.items() if found]


def opened(room, closed, kind, pk):
    try:
        return sealed.read(room, closed, kind, pk)
    except CannotOpen:
        return {}


def batched(values, size):
    return (values[start : start + size] for start in range(0, len(values), size))


def labels_of_codes():
    """What a coordinator reads where the document has a code; translated once for a whole search."""
    lists = (
        ROUTES, FOR_WHOM, AGES, FORMATS, PAYMENTS, CAME_BY, WRITTEN_IN, RELATIONS, dict(STATES)
    )  # fmt: skip
    labels = {code: str(label) for codes in lists for code, label in codes.items() if code}
    return labels | {code: str(label) for code, (_field, label) in TIMES.items()}


def in_words(document, spelled_out):
    said = []
    for name, value in document.items():
        if name not in NOT_SEARCHED:
            said += words_of(value, spelled_out)
    # Apart, so that no two numbers are taken for one.
    return " | ".join(filter(None, said))


def words_of(value, spelled_out):
    """Of a text, a list of them, or a part of the document with fields of its own."""
    if isinstance(value, str) and value:
        return [value, spelled_out.get(value, "")]
    if isinstance(value, list):
        return [word for one in value for word in words_of(one, spelled_out)]
    return [in_words(value, spelled_out)] if isinstance(value, dict) else []
