from django import template

from team import kept_topics
from team.glance import costs, glance
from team.licenses_in_words import credentials_in_words
from team.models import Specialty

register = template.Library()
register.filter(costs)
register.filter(credentials_in_words)
register.filter(glance)


@register.inclusion_tag("team/_specialty_index.html")
def specialty_index(limit: int = 8) -> dict[str, list[Specialty]]:
    return {"specialties": kept_topics.current().specialties[:limit]}
