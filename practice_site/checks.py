"""Mistakes of a whole installation that no single setting shows."""

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Notice
from django.db import Error as DatabaseFault
from django.utils.translation import gettext as _

from intake.models import Inquiry
from pages import error_page_facts
from practice_site.caches import fault
from practice_site.readiness import is_missing


@register(Tags.caches)
def cache_answers(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    sentence = fault(caches["default"])
    hint = _("Start the server that CACHE_URL names, or unset it: nothing needs it.")
    return [Notice(sentence, hint=hint, id="practice_site.W001")] if sentence else []


@register(Tags.security)
def error_pages_know_the_practice(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    if settings.IS_LOOPBACK or error_page_facts.path().exists():
        return []
    return [
        Notice(
            _("Error pages do not know the practice's phone yet."),
            hint=_(
                "The web server writes it when it starts: start it once while the database answers."
            ),
            id="practice_site.W002",
        )
    ]


@register(Tags.security)
def no_inquiry_lies_in_clear(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    """Silent before the tables are there, and while the database is away."""
    try:
        number = Inquiry.objects.unsealed().count()
    except DatabaseFault:
        return []
    if not number:
        return []
    return [
        Notice(
            _("%(number)d inquiries from before sealing lie in clear.") % {"number": number},
            hint=_("Run: manage.py seal_inquiries"),
            id="practice_site.W003",
        )
    ]


@register(Tags.staticfiles, deploy=True)
def static_files_are_collected(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    if not is_missing(staticfiles_storage):
        return []
    return [
        Error(
            _("The static files are not collected, and every page would fail."),
            hint=_("Run: manage.py collectstatic"),
            id="practice_site.E004",
        )
    ]


@register(Tags.security)
def public_site_is_https(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    if settings.IS_HTTPS or settings.IS_LOOPBACK:
        return []
    return [
        Error(
            _("What people write on a plain http site can be read on the way."),
            hint=_("Set SITE_URL to an https address."),
            id="practice_site.E002",
        )
    ]


@register(Tags.security)
def public_site_is_not_in_debug(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    if settings.IS_LOOPBACK or not settings.DEBUG:
        return []
    return [
        Error(
            _("DEBUG shows code and settings to visitors."),
            hint=_("Unset DEBUG, or work on a loopback SITE_URL."),
            id="practice_site.E003",
        )
    ]
