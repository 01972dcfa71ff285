import datetime

from django import template
from django.utils import timezone

from groups import kept_groups, room, when, words
from groups.models import Group
from pages.models import Location
from team.models import Specialty, Therapist

register = template.Library()
register.filter("ages", words.ages)
register.filter("price_in_words", words.price)
register.filter("ask_words", room.ask)
register.filter("takes_people", room.takes_people)
register.filter("room_in_words", room.said)
register.filter("room_with_day", room.in_full)
register.filter("who_leads_unnamed", words.unnamed)
register.filter("before_you_come", words.before_you_come)
register.filter("took_place", when.took_place)


@register.filter
def when_lines(group: Group) -> list[str]:
    return when.lines(group, today())


@register.filter
def when_in_brief(group: Group) -> str:
    return when.in_brief(group, today())


@register.inclusion_tag("groups/_groups_for.html")
def groups_for(specialty: Specialty, heading: str) -> dict[str, object]:
    return {"groups": kept_groups.about("specialty", specialty.pk), "heading": heading}


@register.inclusion_tag("groups/_at_place.html")
def groups_at(place: Location) -> dict[str, object]:
    return {"groups": kept_groups.about("location", place.pk)}


@register.inclusion_tag("groups/_led_by.html")
def groups_led_by(therapist: Therapist) -> dict[str, object]:
    return {"groups": kept_groups.about("therapist", therapist.pk)}


def today() -> datetime.date:
    return timezone.localdate()
