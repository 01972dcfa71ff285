"""Web addresses the site keeps for itself, now or in its public contract,
and which addresses staff may link to."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from editing.addresses import TAKEN_BY_THE_SITE
from writing.links import judged, link_target

RESERVED = frozenset(
    {
        "admin", "approaches", "blog", "c", "colors", "contact", "en", "es", "feed", "get-started",
        "groups", "healthz", "locations", "media", "p", "r", "readyz", "robots", "search", "sitemap",
        "specialties", "static", "team",
    }
)  # fmt: skip


def is_reserved(slug):
    return slug.lower() in RESERVED


def refuse_reserved(slug):
    if is_reserved(slug):
        raise ValidationError(TAKEN_BY_THE_SITE)


def only_safe_link(address):
    """A page of this site or a secure address elsewhere; nothing a browser would run."""
    is_ours_or_secure = address.startswith(("/", "https://"))
    straight = link_target(address)
    if is_ours_or_secure and straight and straight != judged(address):
        message = _("This address leads by another one, or tells who follows it. Write %(address)s")
        raise ValidationError(message % {"address": straight})
    if not is_ours_or_secure or straight != address:
        message = _(
            "Write a page of this site, like /careers/, or an address with https:// before it."
        )
        raise ValidationError(message)


class StraightURLField(forms.URLField):
    """An address as it was before a mail program or a search wrapped it."""

    def __init__(self, **kwargs):
        super().__init__(**{"assume_scheme": "https", **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        return link_target(value) or value


class SecureURLField(models.URLField):
    """An address of another site, over https only."""

    default_validators = [
        URLValidator(
            schemes=["https"], message=_("Write a whole address that starts with https://")
        )
    ]

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": StraightURLField, **kwargs})
