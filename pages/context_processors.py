from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from pages import site_facts


def site(request: HttpRequest) -> dict[str, object]:
    """What every public page shows. Asked for only where a template does."""
    facts = SimpleLazyObject(site_facts.current)
    return {
        "practice": request.practice,  # type: ignore[attr-defined]
        "menu": SimpleLazyObject(lambda: facts.menu),
        "announcements": SimpleLazyObject(lambda: facts.announcements),
        "crisis_resources": SimpleLazyObject(lambda: facts.crisis_resources),
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path,
    }
