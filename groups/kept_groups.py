"""The groups and workshops that lists show, with all they name: nobody may change them."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from freshness import parts
from freshness.basis import question
from freshness.kept import Kept
from groups import room
from groups.leading import with_leaders
from groups.models import Group
from groups.models.lists import TEXT
from pages import kept_practice
from team import kept_people


def read() -> tuple[list[Group], datetime]:
    """Those of today, and when the clock makes them others: one goes out or is taken down, or a day is over."""
    now = timezone.now()
    ours = Group.objects.filter(language=settings.LANGUAGE_CODE)
    # Whoever leads one is taken from there.
    kept_people.directory()
    with kept_practice.its_day() as midnight:
        found = with_leaders(ours.listed(now).defer(*TEXT).with_what_it_names())
        for group in found:
            _ = group.video_states
    parts.keep_with(found)
    coming = ours.with_status("scheduled", now).active().order_by("publish_at")
    going = [group.withdraw_at for group in found if group.withdraw_at]
    return found, min([midnight, *coming.values_list("publish_at", flat=True)[:1], *going])


OF = [
    *kept_people.OF, "groups.Group", "groups.Group_leaders", "groups.Group_specialties", "pages.Location",
]  # fmt: skip
kept = Kept("groups.groups", OF, read)


@question
def listed() -> list[Group]:
    return kept.get()


@question
def about(kind: str, pk: int) -> list[Group]:
    """Those for a specialty, at a place that may be told, or that a therapist leads and is named with."""
    return [
        group
        for group in kept.get()
        if (kind == "specialty" and any(topic.pk == pk for topic in group.specialties.all()))
        or (kind == "location" and group.shown_location and group.shown_location.pk == pk)
        or (kind == "therapist" and any(person.pk == pk for person in group.led_by))
    ]


@question
def to_choose() -> dict[str, str]:
    """By its address, as somebody who writes may choose it."""
    return {group.slug: in_full(group) for group in kept.get()}


def in_full(group: Group) -> str:
    brackets = room.in_brackets(group)
    return f"{group.title} ({brackets})" if brackets else group.title


@question
def is_there_one() -> bool:
    return bool(kept.get())


@question
def named(slug: str) -> Group | None:
    return next((group for group in kept.get() if group.slug == slug), None)
