"""Making what somebody told us go away, and keeping only that it did."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from intake import transitions
from intake.models import Inquiry, RoomEvent, Tombstone
from intake.models.inquiry import InquiryQuerySet
from sealing.coarse import this_hour
from staff.models import User

GRACE = timedelta(days=1)
Kind = RoomEvent.Kind


@transaction.atomic
def put_aside(inquiries: InquiryQuerySet, *, by: User) -> int:
    """What somebody of the practice erases is nobody's work any more, and goes a day later; returns how
    many. Until then a colleague can bring it back, and the person erases it at once."""
    rows = inquiries.active().filter(is_held=False).order_by("pk").select_for_update(of=("self",))
    aside = list(rows.defer("content", "unsealed"))
    # The hour that has begun is not counted.
    erase_at = this_hour() + timedelta(hours=1) + GRACE
    for inquiry in aside:
        transitions.put_aside(inquiry, erase_at)
        RoomEvent.objects.note(Kind.PUT_ASIDE, by, inquiry.pk)
    return len(aside)


def erase_put_aside() -> int:
    """Run every hour; returns how many."""
    return erase(Inquiry.objects.filter(erase_at__lte=timezone.now()))


@transaction.atomic
def erase(inquiries: InquiryQuerySet, *, kind: RoomEvent.Kind = Kind.ERASED) -> int:
    """Delete inquiries with everything about them; returns how many.

    The numbers stay, so that a backup from before can be made to forget them as well.
    """
    today = timezone.localdate()
    rows = inquiries.filter(is_held=False).order_by("pk").select_for_update(of=("self",))
    gone = list(rows.values_list("pk", flat=True))
    Tombstone.objects.bulk_create(
        [Tombstone(inquiry_id=pk, erased_on=today) for pk in gone], ignore_conflicts=True
    )
    Inquiry.objects.filter(pk__in=gone).erase()
    for pk in gone:
        RoomEvent.objects.note(kind, inquiry_id=pk)
    return len(gone)


@transaction.atomic
def withdraw(inquiries: InquiryQuerySet) -> int:
    """They asked us to stop: nobody works on it any more, also where the law makes us keep it. Returns
    how many there still were."""
    rows = list(inquiries.order_by("pk").select_for_update(of=("self",)))
    for inquiry in rows:
        transitions.stopped(inquiry)
    return len(rows)


def replay() -> int:
    """Erase again what an older backup has brought back; returns how many."""
    back = Inquiry.objects.filter(pk__in=Tombstone.objects.values("inquiry_id"))
    number = back.count()
    back.erase()
    return number
