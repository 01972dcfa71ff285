"""Taking an inquiry in: the document, its letters and the spent token, together or not at all."""

from django.db import IntegrityError, transaction

from intake import letters, tokens
from intake.content import to_document
from intake.models import Inquiry


class AlreadySent(Exception):
    """The token was spent before; ``is_same`` if on the very same answers."""

    def __init__(self, *, is_same):
        self.is_same = is_same


def receive(content, practice, token, answers, *, is_suspected_spam):
    try:
        with transaction.atomic():
            tokens.spend(token, answers)
            inquiry = Inquiry.objects.create(
                content=to_document(content),
                acknowledgment=letters.acknowledge(content, practice),
                is_suspected_spam=is_suspected_spam,
            )
            letters.notify_coordinators(inquiry)
    except IntegrityError:
        # Two clicks at once: the other one got there first.
        refuse_second_time(token, answers)
        raise
    return inquiry


def refuse_second_time(token, answers):
    used = tokens.used(token)
    if used:
        raise AlreadySent(is_same=used.answers_digest == token.digest_of(answers))
