from django import template
from django.conf import settings

from team.models import Specialty
from team.models.vocabulary import TopicQuerySet

register = template.Library()


@register.inclusion_tag("team/_specialty_index.html")
def specialty_index(limit: int = 8) -> dict[str, TopicQuerySet]:
    specialties = Specialty.objects.filter(language=settings.LANGUAGE_CODE).with_people_count()
    return {"specialties": specialties[:limit]}
