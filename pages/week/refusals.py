"""Which hours of a day cannot be meant, and the sentence for each reason."""

from datetime import time
from itertools import pairwise
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import TimeField
from django.utils.translation import gettext_lazy as _

MISSING = _("This part of the form did not arrive. Load the page again.")
MESSAGES = {
    "half": _("%(day)s: write both, from when and to when."),
    "time": _("%(day)s: write a time like 9:00."),
    "order": _("%(day)s: the closing time must come after the opening time."),
    "overlap": _("%(day)s: these hours overlap."),
    "both": _("%(day)s: hours are written, and Nobody is ticked. Keep one of the two."),
}


def spans_of(day: Any, typed: Any) -> list[tuple[time, time]]:
    """In their order; raises ``ValidationError``."""

    def refuse(code: str) -> ValidationError:
        return ValidationError(MESSAGES[code], code=code, params={"day": day.label})

    spans = []
    for span in typed["spans"]:
        if not any(span):
            continue
        if not all(span):
            raise refuse("half")
        try:
            opens, closes = (TimeField().clean(written) for written in span)
        except ValidationError as error:
            raise refuse("time") from error
        spans.append((opens, closes))
    if typed["is_nobody"] and spans:
        raise refuse("both")
    spans.sort()
    if any(closes <= opens for opens, closes in spans):
        raise refuse("order")
    if any(after[0] < before[1] for before, after in pairwise(spans)):
        raise refuse("overlap")
    return spans
