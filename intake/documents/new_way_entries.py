"""Writing down how the person wants to be reached from now on: see ``new_ways``, which reads it."""

import uuid

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.documents import entries, new_ways
from intake.documents.new_ways import NewWay
from intake.models import Entry, Inquiry


def write(inquiry: Inquiry, code: str, way: NewWay) -> Entry:
    """``code`` is that of this inquiry's own page."""
    row_id = uuid.uuid4()
    at = timezone.now().isoformat(timespec="microseconds")
    words = {"at": at, "title": "", "words": way.in_words()}
    # Without the address: whoever looks over their shoulder later reads that it was changed, and no more.
    for_person = words | entries.words_of(_("You changed how we reach you."))
    document = words | {"way": new_ways.closed(code, way, row_id)}
    return entries.store(inquiry, Entry.Kind.NEW_WAY, row_id, document, for_person)
