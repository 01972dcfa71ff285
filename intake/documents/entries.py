"""Writing down what happened with an inquiry. Needs no unlocked room: sealing takes no secret."""

import uuid

from django.utils import timezone
from django.utils.functional import Promise

from intake.documents import same_person, sealed
from intake.models import Entry, Inquiry
from pages import languages
from staff.models import User


def write(
    inquiry: Inquiry,
    kind: Entry.Kind,
    text: str | Promise,
    *,
    by: User | None = None,
    title: str = "",
    more: sealed.Document | None = None,
) -> Entry:
    """``more``: what a program needs of it, beside what people read."""
    row_id = uuid.uuid4()
    document = {"at": timezone.now().isoformat(timespec="seconds"), "title": title}
    for_person = document | words_of(text)
    document["words"] = for_person["words"]
    return store(inquiry, kind, row_id, document | (more or {}), for_person, by=by)


def words_of(text: str | Promise) -> sealed.Document:
    """For the person's page: what the site says itself, in each language that the page may be in."""
    with languages.in_ours():
        # “words” is in every document that was sealed: the key stays.
        words = {"words": str(text)}
    others = languages.in_each_other(text)
    return words | ({"words_in": others} if others else {})


def words_for(document: sealed.Document) -> str:
    """As they are said on the page that is being made."""
    return document.get("words_in", {}).get(languages.of_page(), document["words"])


def store(
    inquiry: Inquiry,
    kind: Entry.Kind,
    row_id: uuid.UUID,
    document: sealed.Document,
    for_person: sealed.Document,
    *,
    by: User | None = None,
) -> Entry:
    """``for_person``: as it stands on their page, where its kind does."""
    closed, key = sealed.close(document, sealed.ENTRY, row_id)
    is_shown = kind in same_person.SHOWN
    entry = Entry.objects.create(
        id=row_id,
        inquiry=inquiry,
        kind=kind,
        by=by,
        sealed=closed,
        practice_key=key,
        sealed_for_person=same_person.for_page(for_person, inquiry, row_id) if is_shown else None,
    )
    if is_shown:
        same_person.copy_to_pages(entry, for_person, same_person.inquiries_of(inquiry))
    return entry
