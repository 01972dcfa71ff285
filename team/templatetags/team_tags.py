from django import template
from django.conf import settings

from team.models import Specialty, Therapist

register = template.Library()


@register.inclusion_tag("team/_therapist_cards.html")
def therapists_with_room(limit=3):
    people = (
        Therapist.objects.listed()
        .filter(availability="accepting", language=settings.LANGUAGE_CODE)
        .for_card()[:limit]
    )
    return {"therapists": people, "heading_level": 3}


@register.inclusion_tag("team/_specialty_index.html")
def specialty_index(limit=8):
    specialties = Specialty.objects.filter(language=settings.LANGUAGE_CODE).with_people_count()
    return {"specialties": specialties[:limit]}
