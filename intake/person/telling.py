"""Telling people that something is on their page. Their addresses are sealed, so it waits for
somebody who has unlocked."""

from django.db import transaction

from intake import transitions
from intake.documents.opened import read_inquiry
from intake.models import Inquiry
from intake.models.inquiry import InquiryQuerySet
from intake.room.unlocking import Room


def untold() -> InquiryQuerySet:
    return Inquiry.objects.active().filter(is_news_untold=True)


def tell(room: Room) -> tuple[int, int]:
    """(told, without): how many were written to, and how many want no mail or have no page.

    What cannot be opened stays as it is.
    """
    told = without = 0
    for pk in list(untold().values_list("pk", flat=True)):
        with transaction.atomic():
            inquiry = untold().select_for_update().filter(pk=pk).first()
            content = inquiry and read_inquiry(room, inquiry).content
            if not content:
                continue
            is_by_mail = transitions.told(inquiry, content)
            told, without = told + is_by_mail, without + (not is_by_mail)
    return told, without
