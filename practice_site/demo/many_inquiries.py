"""A long year of inquiries, each a mixture of the dozen that were written."""

import uuid
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from intake.models import Inquiry
from practice_site.demo.files import facts
from practice_site.demo.inquiries import Names
from practice_site.demo.scale import BATCH

FIRST_NAMES = (
    "Ada Bo Cleo Dov Esme Finn Greta Hal Ines Jules Kai Lena Mo Nell Oren Pia Ravi Sol Tess Uri"
)
DAYS = 400
# Most are dealt with; the list of what needs attention stays a list.
REASONS = ["referred"] * 6 + ["unreached"] * 3 + ["withdrew", "no-word", "client"]
STATES = ["closed"] * 12 + ["waiting"] * 3 + ["offered", "talking", "talking", "new"]


def add_inquiries(total: int, say: Callable[[str], object]) -> None:
    """Adds inquiries until there are ``total``."""
    missing = total - Inquiry.objects.count()
    listed, names, now = facts("inquiries")["inquiry"], Names(), timezone.now()
    for first in range(0, missing, BATCH):
        # Numbered from the end, so that a second round with a higher total makes others.
        numbers = range(total - missing + first, total - missing + min(first + BATCH, missing))
        rows = [an_inquiry(number, listed, names, now) for number in numbers]
        Inquiry.objects.bulk_create(rows)
        say(f"Inquiries: {numbers[-1] + 1} of {total}")


def an_inquiry(
    number: int, listed: Sequence[dict[str, Any]], names: Names, now: datetime
) -> Inquiry:
    rng = Random(f"Inquiry {number}")  # noqa: S311  reproducible on purpose
    one, other = rng.sample(listed, 2)
    name = rng.choice(FIRST_NAMES.split())
    told = {"name": name, "message": other["told"]["message"] if rng.random() < 0.6 else ""}
    if "email" in one["told"]:
        told["email"] = f"{name.lower()}.{number}@example.com"
    else:
        told["phone"] = f"(541) 555-01{number % 100:02}"
    given = {**one, "topics": other["topics"]}
    inquiry = names.inquiry(
        uuid.UUID(int=rng.getrandbits(128), version=4),
        names.content(given, **told),
        rng.choice(STATES),
        now - timedelta(hours=rng.randrange(30 * 24, DAYS * 24)),
    )
    if not inquiry.is_open:
        inquiry.closed_because = rng.choice(REASONS)
    return inquiry
