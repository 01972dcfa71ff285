"""A second inquiry from the same address or number."""

from intake.models import Inquiry
from intake.models.inquiry import InquiryQuerySet


def known(inquiry: Inquiry) -> list[Inquiry]:
    """The same, read once for a page and its forms, with what these say of each."""
    if not hasattr(inquiry, "known_duplicates"):
        others = of(inquiry).defer(None).only("state", "received_at")
        inquiry.known_duplicates = list(others)  # type: ignore[attr-defined]
    return inquiry.known_duplicates  # type: ignore[attr-defined]


def of(inquiry: Inquiry) -> InquiryQuerySet:
    """Others with the same address, newest first."""
    if not inquiry.address_index:
        return Inquiry.objects.none()
    same = (
        Inquiry.objects.active().filter(address_index=inquiry.address_index).exclude(pk=inquiry.pk)
    )
    return same.defer("content", "person_public", "person_wrapped")
