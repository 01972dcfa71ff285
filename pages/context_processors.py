from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from pages.models import Announcement, CrisisResource, MenuItem


def site(request: HttpRequest) -> dict[str, object]:
    """What every public page shows. Each part is read once, and only when a template asks."""
    return {
        "practice": request.practice,  # type: ignore[attr-defined]
        "menu": SimpleLazyObject(menu),
        "announcements": SimpleLazyObject(lambda: list(Announcement.objects.current())),
        "crisis_resources": SimpleLazyObject(
            lambda: list(CrisisResource.objects.filter(is_shown=True))
        ),
        "site_url": settings.SITE_URL,
        "canonical_url": settings.SITE_URL + request.path,
    }


def menu() -> dict[str, list[MenuItem]]:
    """``{"head": [...], "foot": [...]}``, without entries that lead nowhere."""
    entries = {slot: [] for slot in MenuItem.Slot.values}
    for item in MenuItem.objects.for_site():
        if item.url:
            entries[item.place].append(item)
    return entries
