"""For the page of rows that says who has room."""

from django import template
from django.utils.safestring import SafeString

from pictures.thumbnails import thumbnail
from team.admin.confirmed import confirmed, is_to_confirm
from team.models import Therapist

register = template.Library()
register.filter(confirmed)
register.filter(is_to_confirm)


@register.filter
def face(person: Therapist) -> SafeString:
    return thumbnail(person.photo, "4:5", "face")
