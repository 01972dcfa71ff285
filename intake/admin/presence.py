"""Who else has an inquiry open now: asked of the log of the room, in which each look stands anyway, so that nobody
is watched twice and nothing is kept for it."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import ngettext

from intake.models import RoomEvent
from staff.models import User

# After the last look; a page that stands open longer says nothing by itself.
A_WHILE = timedelta(minutes=2)
LOOKS = (RoomEvent.Kind.OPENED, RoomEvent.Kind.CHANGED)


def others_at(inquiries: Iterable[UUID], user: User) -> dict[UUID, str]:
    """{inquiry: “Ana has this open now”} where somebody else does; one query, however many are asked about."""
    looks = RoomEvent.objects.filter(
        inquiry_id__in=list(inquiries), kind__in=LOOKS, at__gt=timezone.now() - A_WHILE
    )
    found: dict[UUID, dict[str, None]] = {}
    for look in looks.exclude(user=user).exclude(user=None).select_related("user"):
        if look.inquiry_id:
            found.setdefault(look.inquiry_id, {})[str(look.user)] = None
    return {pk: said(list(names)) for pk, names in found.items()}


def said(names: list[str]) -> str:
    text = ngettext("{who} has this open now", "{who} have this open now", len(names))
    return text.format(who=", ".join(names))
