from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """What every public page shows. Asked for only where a template does."""
    return {
        "practice": request.practice,  # type: ignore[attr-defined]
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path,
    }
