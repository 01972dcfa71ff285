"""Web addresses the site keeps for itself, now or in its public contract,
and which addresses staff may link to."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.links import link_target

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
        raise ValidationError(_("The site itself uses this web address. Choose another one."))


def only_safe_link(address):
    """A page of this site or a secure address elsewhere; nothing a browser would run."""
    is_ours_or_secure = address.startswith(("/", "https://"))
    if not is_ours_or_secure or link_target(address) != address:
        words = _(
            "Write a page of this site, like /careers/, or an address with https:// before it."
        )
        raise ValidationError(words)


class SecureURLField(models.URLField):
    """An address of another site, over https only."""

    default_validators = [
        URLValidator(
            schemes=["https"], message=_("Write a whole address that starts with https://")
        )
    ]

    def formfield(self, **kwargs):
        return super().formfield(assume_scheme="https", **kwargs)
