"""Pages as search knows them, and the questions that they answer."""

import re
from collections.abc import Iterator, Mapping, Sequence

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pages.models import Page
from search.models import Document
from search.sources import Piece, Shown, Source, Watch
from writing.rendering import HEADING, Headings
from writing.text import plain_text

ID = re.compile(r'id="([^"]*)"')


def public() -> QuerySet[Page]:
    return Page.objects.published().filter(language=settings.LANGUAGE_CODE)


def pieces(ids: Sequence[int]) -> Iterator[Piece]:
    for page in Page.objects.filter(pk__in=ids):
        text = "\n".join([page.lede, plain_text(page.body), page.search_description]).strip()
        names = ", ".join(filter(None, [page.slug.replace("-", " "), page.search_title]))
        yield Piece(page.pk, page.title, names, text)


def questions(ids: Sequence[int]) -> Iterator[Piece]:
    """Headings that ask something, each with what stands below it."""
    for page in Page.objects.filter(pk__in=ids):
        matches, address = [*HEADING.finditer(page.body)], Headings(2, set())
        ends = [match.start() for match in matches[1:]] + [len(page.body)]
        for number, (match, end) in enumerate(zip(matches, ends, strict=False)):
            anchor = ID.search(address(match))
            heading = plain_text(match[2])
            answer = plain_text(page.body[match.end() : end])
            if heading.endswith("?") and answer and anchor:
                yield Piece(page.pk, heading, "", answer, part=number, anchor=anchor[1])


def show(documents: Sequence[Document]) -> Mapping[int, Shown]:
    ids = [one.object_id for one in documents]
    rows = public().defer("body").in_bulk(ids)
    return {one.pk: shown(one, page) for one in documents if (page := rows.get(one.object_id))}


def shown(document: Document, page: Page) -> Shown:
    address = page.get_absolute_url()
    if document.anchor:
        return Shown(document.title, f"{address}#{document.anchor}", page)
    return Shown(page.title, address)


def ids() -> QuerySet:
    return Page.objects.values_list("pk", flat=True)


PAGES = Source(
    kind="page",
    name=_("Page"),
    weight=1.0,
    template="",
    rows=public,
    ids=ids,
    pieces=pieces,
    show=show,
    called=("page", "pages"),
    watches=(Watch("pages.Page"),),
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
    watches=(Watch("pages.Page"),),
)
