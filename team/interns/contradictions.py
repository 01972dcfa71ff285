"""What cannot be so, whoever it is about."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from team.models import Therapist


def refuse_what_contradicts(
    leaving: list[Therapist], arriving: Sequence[dict[str, Any]], first_day: date | None
) -> None:
    if not leaving and not arriving:
        raise ValidationError(_("Choose who leaves, or say who arrives."))
    if arriving and not first_day:
        raise ValidationError(_("Say which day is the first one of those who arrive."))
    arrived: set[str] = set()
    for person in leaving:
        row = person.supervises.during("", first_day or timezone.localdate(), None).first()
        if row:
            message = _("{name} supervises {other}. End that first, under Supervisions.")
            raise ValidationError(message.format(name=person, other=row.supervisee))
    for told in arriving:
        name = str(told["profile"] or told["name"])
        if told["profile"] in leaving or name.casefold() in arrived:
            raise ValidationError(_("{name} is named twice.").format(name=name))
        if told["supervisor"] in leaving:
            raise ValidationError(_("{name} leaves.").format(name=told["supervisor"]))
        arrived.add(name.casefold())
