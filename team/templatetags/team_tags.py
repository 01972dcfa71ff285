from django import template

from pages import languages
from team import insured, kept_people, kept_topics
from team.facts import facts_of
from team.glance import costs, glance
from team.models import Specialty, Therapist
from team.room import words_of
from team.spoken import Spoken, in_own_words

register = template.Library()
register.filter(costs)
register.filter(glance)
register.filter(in_own_words)
register.filter("facts", facts_of)
register.filter("room", words_of)


@register.inclusion_tag("team/_specialty_index.html")
def specialty_index(limit: int = 8) -> dict[str, list[Specialty]]:
    return {"specialties": kept_topics.current().specialties[:limit]}


@register.inclusion_tag("team/_trainees.html")
def trainees_here() -> dict[str, list[Therapist]]:
    """Whoever is supervised today, each with the public line."""
    people = kept_people.in_our_language()
    return {"therapists": [person for person in people if person.supervised_by]}


@register.inclusion_tag("team/_insured.html")
def insurers_here() -> dict[str, object]:
    """Each insurer that somebody accepts today, with what people insured there usually pay."""
    rows = [insured.in_words(*one) for one in insured.accepted_here()]
    return {"insurers": rows, "names_price": any(row.paid for row in rows)}


@register.simple_tag
def form_in(language: str, answers_in_spanish: bool) -> str:
    """Get Started in a language, where it is there in it and somebody answers in it."""
    spoken = language.split("-")[0]
    is_there = answers_in_spanish and spoken in languages.others()
    return languages.address_in(spoken if is_there else "", "intake:inquiry_create")


@register.simple_tag
def spoken_here() -> list[Spoken]:
    """Whoever reads a page in another language has found theirs."""
    return [] if languages.is_other() else list(kept_people.directory().spoken)
