"""Pages as search knows them, and the questions that they answer."""

from collections.abc import Iterator, Mapping, Sequence

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pages import facts_in_texts
from pages.models import Page, Practice
from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from writing.parts import Part, parts
from writing.text import plain_text

# What the site keeps below a text. Which insurers there are stands with the people who accept them.
INSURED = _("What people pay with their insurance")
INSURED_NAMES = "insurance, insurer, health plan, in network, out of network, copay, copayment"
# Beyond the headings of any text.
INSURED_PART = 32000


def public() -> QuerySet[Page]:
    return Page.objects.published().filter(language=settings.LANGUAGE_CODE)


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    """Each page, and what stands below each of its headings."""
    for page in as_read(ids):
        text = "\n".join([page.lede, plain_text(page.body)]).strip()
        called = page.slug.replace("-", " ")
        yield Piece(page.pk, page.title, called, text)
        for part in parts(page.body):
            if not part.is_question:
                yield below_heading(page.pk, part, f"{page.title}, {called}")
        if page.lists_insurers:
            yield Piece(page.pk, str(INSURED), INSURED_NAMES, part=INSURED_PART, anchor="insurers")


def as_read(ids: Sequence[int]) -> Iterator[Page]:
    # Read anew, for a fact may have been written a moment ago.
    practice = Practice.objects.current()
    for page in Page.objects.filter(pk__in=ids):
        yield facts_in_texts.as_read(page, practice)


def questions(ids: Sequence[int]) -> Iterator[Piece]:
    """Headings that ask something, each with what stands below it."""
    for page in as_read(ids):
        for part in parts(page.body):
            if part.is_question:
                yield Piece(page.pk, part.heading, "", part.text, part.number, part.anchor)


def below_heading(pk: int, part: Part, names: str) -> Piece:
    return Piece(pk, part.heading, names, part.text, part.number + 1, part.anchor)


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    ids = [one.object_id for one in documents]
    rows = public().defer("body").in_bulk(ids)
    return {one.pk: shown(one, page) for one in documents if (page := rows.get(one.object_id))}


def shown(document: Document, page: Page) -> Shown:
    address = page.get_absolute_url()
    if document.anchor:
        # What asks says of itself what it is about.
        is_question = document.kind == QUESTIONS.kind
        title = document.title if is_question else f"{page.title}: {document.title}"
        return Shown(title, f"{address}#{document.anchor}", page)
    return Shown(page.title, address)


def ids() -> QuerySet:
    return Page.objects.values_list("pk", flat=True)


# Its own row, and the facts that its text takes.
WATCHES = (Watch("pages.Page"), Watch("pages.Practice", "SELECT id FROM pages_page"))
PAGES = Source(
    kind="page",
    name=_("Page"),
    weight=2.0,
    template="",
    rows=public,
    ids=ids,
    pieces=pieces,
    show=show,
    called=("page", "pages"),
    watches=WATCHES,
)
QUESTIONS = Source(
    kind="question",
    name=_("Question"),
    weight=1.5,
    template="pages/_found_question.html",
    rows=public,
    ids=ids,
    pieces=questions,
    show=show,
    called=("question", "questions", "faq"),
    watches=WATCHES,
)
