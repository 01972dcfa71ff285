"""Puts into the index what was written: a few rows with a search, the rest after answers and by the worker.

Each step is a transaction. Its notes (``Change``) go with what they led to, so that whatever breaks off goes on
where it was; what is written while a step runs has a note of its own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress

from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet

from search.models import Change, Document, Word
from search.sources import SOURCES, STOP, Piece, Source
from search.terms import clean, tokens

# Notes, in one go; of most rows there are several.
WITH_A_SEARCH, AT_ONCE = 100, 500
# What a database takes for one text: the words of a book.
MOST_LETTERS = 300_000
WRITTEN = ["anchor", "title", "text", "title_terms", "names_terms", "text_terms"]


def catch_up(most: int = AT_ONCE) -> int:
    """One step. Returns how many notes are done with; 0 when the index is as the rows are."""
    with transaction.atomic():
        for note in taken().filter(object_id=None):
            note_each(note.kind)
            note.delete()
        notes = list(taken().order_by("pk")[:most])
        changed = defaultdict(set)
        for note in notes:
            if note.object_id is not None:
                changed[note.kind].add(note.object_id)
        for kind, ids in changed.items():
            if source := SOURCES.get(kind):
                write(source, sorted(ids))
        Change.objects.filter(pk__in=[note.pk for note in notes]).delete()
    return len(notes)


def taken() -> QuerySet[Change]:
    """What nobody else is at."""
    can_skip = connection.features.has_select_for_update_skip_locked
    return Change.objects.select_for_update(skip_locked=can_skip)


def try_to_catch_up() -> None:
    """With a search: whoever searches is answered all the same, from what is there."""
    with suppress(DatabaseError):
        if Change.objects.exists():
            catch_up(WITH_A_SEARCH)


def catch_up_for_good(say: Callable[[int], object] = lambda done: None) -> int:
    total = 0
    while done := catch_up():
        total += done
        say(total)
    return total


def note_all() -> None:
    """Everything is to be indexed anew."""
    Change.objects.bulk_create(Change(kind=kind) for kind in SOURCES)


def note(kind: str) -> None:
    """What the day alone may have changed of a kind."""
    Change.objects.create(kind=kind)


def note_each(kind: str) -> None:
    """In place of one note for all, one for each: of what is there, and of what is in the index and is not."""
    known = Document.objects.filter(kind=kind)
    if kind not in SOURCES:
        known.delete()
        return
    ids = {*known.values_list("object_id", flat=True), *SOURCES[kind].ids()}
    Change.objects.bulk_create(
        [Change(kind=kind, object_id=pk) for pk in sorted(ids)], batch_size=500
    )


def write(source: Source, ids: list[int]) -> None:
    """The documents of these rows as they should be. A document stays the same row for as long as it is there."""
    wanted = {(one.object_id, one.part): one for one in source.pieces(ids)}
    there = {
        (one.object_id, one.part): one
        for one in Document.objects.filter(kind=source.kind, object_id__in=ids)
    }
    gone = [one.pk for key, one in there.items() if key not in wanted]
    Document.objects.filter(pk__in=gone).delete()
    changed = {
        key: document
        for key, piece in wanted.items()
        if not is_same(there.get(key), document := document_of(source, piece))
    }
    Document.objects.bulk_create(
        changed.values(),
        update_conflicts=True,
        unique_fields=["kind", "object_id", "part"],
        update_fields=WRITTEN,
    )
    for key in changed:
        learn(wanted[key])


def is_same(before: Document | None, now: Document) -> bool:
    return before is not None and all(getattr(before, n) == getattr(now, n) for n in WRITTEN)


def document_of(source: Source, piece: Piece) -> Document:
    title, text = clean(piece.title)[:300], clean(piece.text)[:MOST_LETTERS]
    return Document(
        kind=source.kind,
        object_id=piece.object_id,
        part=piece.part,
        anchor=piece.anchor[:200],
        title=title,
        text=text,
        title_terms=joined(title),
        names_terms=apart(clean(piece.names)[:MOST_LETTERS]),
        text_terms=joined(text),
    )


def joined(text: str) -> str:
    return " ".join(token.term for token in tokens(text))


def apart(names: str) -> str:
    """Names with commas between them: none runs into the next one. Databases read no word in the stop."""
    found = filter(None, map(joined, names.split(",")))
    return "".join(f"{STOP} {name} " for name in found) + STOP


def learn(piece: Piece) -> None:
    """Its words, for whoever mistypes one."""
    names = words_of(f"{piece.title} {piece.names}")
    know(names, is_name=True)
    know(words_of(piece.text) - names, is_name=False)


def words_of(text: str) -> set[str]:
    found = tokens(clean(text)[:MOST_LETTERS])
    return {one.folded for one in found if len(one.folded) > 2 and one.folded.isalpha()}


def know(words: Iterable[str], *, is_name: bool) -> None:
    wanted = sorted(words)
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        known = Word.objects.filter(word__in=some)
        if is_name:
            known.filter(is_name=False).update(is_name=True)
        new = {*some} - {*known.values_list("word", flat=True)}
        Word.objects.bulk_create(
            [Word(word=word, is_name=is_name) for word in sorted(new)], ignore_conflicts=True
        )
