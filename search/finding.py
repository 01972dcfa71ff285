"""Finding: what is public at this moment and holds what was typed, the likeliest first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.safestring import SafeString

from search import engines
from search.engines import plain
from search.engines.wishes import Wish
from search.indexing import try_to_catch_up
from search.models import Document
from search.passages import Marker
from search.query import Query
from search.ranking import MOST_READ, Candidate, mixed, rank, without_far
from search.sources import SOURCES, Shown, Source
from search.terms import folded_and_term

# On one page; and that can be turned to.
ON_A_PAGE, MOST_SHOWN = 12, 96
WITHOUT_TEXT = ("text", "text_terms")


@dataclass(frozen=True)
class Result:
    source: Source
    shown: Shown
    title: SafeString
    passage: SafeString


@dataclass
class Found:
    results: list[Result] = field(default_factory=list)
    number: int = 0
    is_capped: bool = False
    is_more: bool = False
    # typed -> looked for instead
    instead: dict[str, str] = field(default_factory=dict)


def find(typed: str, page: int = 1) -> Found:
    # First: what is understood depends on every word there is.
    try_to_catch_up()
    query = Query(typed)
    if not query:
        return Found()
    candidates = list(gather(query))
    nearest = rank(candidates, query, {})[:MOST_READ]
    texts = dict(
        Document.objects.filter(pk__in=[one.document.pk for one in nearest]).values_list(
            "pk", "text_terms"
        )
    )
    ranked = mixed(without_far(rank(nearest, query, texts)), query.kinds)
    ranked += candidates_after(candidates, nearest)
    first = (page - 1) * ON_A_PAGE
    shown = ranked[:MOST_SHOWN]
    return Found(
        results=list(results(shown[first : first + ON_A_PAGE], Marker(query))),
        number=len(shown),
        is_capped=len(ranked) > MOST_SHOWN,
        is_more=len(shown) > first + ON_A_PAGE,
        instead={
            typed: meant for typed, meant in query.instead.items() if is_in(meant, nearest, texts)
        },
    )


def is_in(word: str, ranked: Iterable[Candidate], texts: dict[int, str]) -> bool:
    """Whether a word that was meant instead stands in something public: nobody learns the words of drafts."""
    _folded, term = folded_and_term(word)
    return any(
        f" {term} "
        in f" {document.title_terms} {document.names_terms} {texts.get(document.pk, '')} "
        for document in (one.document for one in ranked)
    )


def gather(query: Query) -> Iterable[Candidate]:
    """At most as many as the wishes ask for together: 2,000."""
    seen: dict[int, Candidate] = {}
    for wish, most in query.wishes():
        for document in holding(wish)[:most]:
            if document.pk not in seen:
                seen[document.pk] = Candidate(document, holds_all=wish.needs_all)
    return seen.values()


def candidates_after(candidates: list[Candidate], nearest: list[Candidate]) -> list[Candidate]:
    """What holds all of it in a text that was not read, as far as there is room for it."""
    read = {one.document.pk for one in nearest}
    rest = [one for one in candidates if one.holds_all and one.document.pk not in read]
    return sorted(rest, key=lambda one: -one.score)


def holding(wish: Wish) -> QuerySet[Document]:
    """Of thousands of articles those that came last."""
    engine = engines.of()
    documents: QuerySet[Document] = Document.objects.defer(*WITHOUT_TEXT)
    if engine is plain:
        documents = documents.annotate(**plain.spaced())
    return documents.filter(engine.holding(wish)).filter(is_public()).order_by("-pk")


def is_public() -> Q:
    """Asked of the rows themselves in the same query: what goes out or is taken down at a time, is so to the second."""
    anywhere = Q(pk__in=[])
    for kind, source in SOURCES.items():
        row = source.rows and source.rows().filter(pk=OuterRef("object_id"))
        anywhere |= Q(Exists(row), kind=kind) if row is not None else Q(kind=kind)
    return anywhere


def results(ranked: list[Candidate], marker: Marker) -> Iterable[Result]:
    by_kind: dict[str, list[Document]] = defaultdict(list)
    for one in ranked:
        by_kind[one.document.kind].append(one.document)
    shown: dict[int, Any] = {}
    for kind, documents in by_kind.items():
        shown |= SOURCES[kind].show(documents)
    texts = dict(Document.objects.filter(pk__in=shown).values_list("pk", "text"))
    for one in ranked:
        if there := shown.get(one.document.pk):
            title, text = marker.mark(there.title), texts.get(one.document.pk, "")
            yield Result(SOURCES[one.document.kind], there, title, marker.passage(text))
