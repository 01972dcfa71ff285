"""What holds some words, public or not, for those who may see it: it is theirs to say which rows these are."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.safestring import SafeString

from search import engines
from search.engines import plain
from search.engines.wishes import Wish
from search.indexing import try_to_catch_up
from search.models import Document
from search.passages import Marker
from search.query import Query


@dataclass(frozen=True)
class Held:
    kind: str
    object_id: int
    title: str
    passage: SafeString


def holding_all(typed: str, among: Q, most: int) -> list[Held]:
    """The newest documents of ``among`` with every word that was typed, slips understood: ``most`` of them."""
    try_to_catch_up()
    query = Query(typed, is_literal=True)
    if not query:
        return []
    engine = engines.of()
    documents = Document.objects.filter(among)
    if engine is plain:
        documents = documents.annotate(**plain.spaced())
    wish = Wish(tuple(part.group for part in query.parts))
    found = documents.filter(engine.holding(wish)).order_by("-pk")[:most]
    marker = Marker(query)
    return [
        Held(one.kind, one.object_id, one.title, marker.passage(one.text))
        for one in found.only("kind", "object_id", "title", "text")
    ]
