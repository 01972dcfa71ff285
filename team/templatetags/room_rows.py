"""For the page of rows that says who has room."""

from django import template
from django.utils.safestring import SafeString

from pictures.thumbnails import thumbnail
from team.admin.confirmed import confirmed, is_to_confirm
from team.confirming.links import address_of
from team.models import Therapist

register = template.Library()
register.filter(confirmed)
register.filter(is_to_confirm)


register.filter("mail_address", address_of)


@register.filter
def of(addresses: dict[int, str], pk: int) -> str:
    return addresses.get(pk, "")


@register.filter
def face(person: Therapist) -> SafeString:
    return thumbnail(person.photo, "4:5", "face")
