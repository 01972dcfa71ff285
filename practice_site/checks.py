"""Mistakes of a whole installation that no single setting shows."""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.utils.translation import gettext as _


@register(Tags.caches)
def one_cache_for_all_workers(app_configs, **kwargs):
    backend = settings.CACHES["default"]["BACKEND"]
    if settings.WEB_WORKERS > 1 and backend.endswith("LocMemCache"):
        return [
            Error(
                _("Each of several web workers would have a cache of its own."),
                hint=_("Set CACHE_URL to a Redis server, or WEB_WORKERS to 1."),
                id="practice_site.E001",
            )
        ]
    return []


@register(Tags.security)
def public_site_is_https(app_configs, **kwargs):
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
def public_site_is_not_in_debug(app_configs, **kwargs):
    if settings.IS_LOOPBACK or not settings.DEBUG:
        return []
    return [
        Error(
            _("DEBUG shows code and settings to visitors."),
            hint=_("Unset DEBUG, or work on a loopback SITE_URL."),
            id="practice_site.E003",
        )
    ]
