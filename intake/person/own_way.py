"""What is sealed for the person's own page about the way of the answer: see ``receiving.way_for_person``."""

from intake.documents import person_keys, sealed
from intake.models import Inquiry
from sealing.envelopes import CannotOpen, SealContext, open_sealed


def opened(inquiry: Inquiry, code: str) -> sealed.Document:
    """Empty where that is not known here."""
    if inquiry.way_for_person is None:
        return {}
    try:
        private = person_keys.private_key_of(inquiry, code)
        seal_context = SealContext(sealed.WAY_FOR_PERSON, inquiry.pk)
        return sealed.from_bytes(open_sealed(inquiry.way_for_person, private, seal_context))
    except CannotOpen:
        return {}
