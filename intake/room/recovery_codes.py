"""Recovery codes, printed on paper that people call a sheet. A new one opens nothing, and the old one
everything, until it was typed from the paper."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intake.models import FormerSheet, Grant, KeyHolder, NewKey
from intake.models.keys import KeyHolderQuerySet
from intake.room import codes, holders, mails, roll, warnings
from intake.room.passphrases import WrongPassphrase
from intake.room.ways_in import ways_in
from sealing.envelopes import PrivateKey

# Codes that are still recognized as replaced; each costs a try, and memory, where one is typed.
MOST_FORMER = 3
HALF_A_YEAR = timedelta(days=182)


@roll.changing()
def make(label: str) -> tuple[NewKey, str]:
    """(new key, code). The code is to be printed, and kept nowhere once it was tried."""
    NewKey.objects.filter(sheet=label).delete()
    code = codes.new_code()
    return holders.prepare(code, sheet=label), code


@roll.changing()
def prove(new: NewKey, own: PrivateKey) -> KeyHolder:
    """Its code was typed from the paper: it takes the place of the one before. ``own``: the key of
    somebody who is inside."""
    before = KeyHolder.objects.filter(sheet=new.sheet)
    was_in = Grant.objects.filter(holder__in=before).exists()
    kept_by = "".join(before.values_list("kept_by", flat=True))
    remember(before)
    before.delete()
    recovery_code = holders.bring_in(new, tried_on=timezone.localdate(), kept_by=kept_by)
    holders.let_in(own, recovery_code)
    if was_in:
        holders.turn_over()
        mails.tell_of_recovery_code()
    warnings.warn_of_few()
    return recovery_code


@roll.changing()
def mark_tried(recovery_code: KeyHolder) -> None:
    """Its code was typed from the paper, and opens it."""
    recovery_code.is_proven, recovery_code.tried_on = True, timezone.localdate()
    recovery_code.save(update_fields=["is_proven", "tried_on"])
    holders.open_if_ready()
    warnings.warn_of_few()


@roll.changing()
def say_who_keeps(recovery_code: KeyHolder, name: str) -> None:
    """With a name, a practice of one may open."""
    KeyHolder.objects.filter(pk=recovery_code.pk).update(kept_by=name)
    holders.open_if_ready()


@roll.changing()
def take_out(label: str, own: PrivateKey) -> None:
    """At once, because somebody has seen it. ``own``: as in ``prove``. Raises ``LastWayIn``, also for the last
    recovery code that was tried: people forget."""
    recovery_code = KeyHolder.objects.filter(sheet=label)
    tried = {holder.sheet for holder in ways_in().recovery_codes}
    if tried == {label}:
        raise holders.LastWayIn
    remember(recovery_code)
    holders.take_away(own, recovery_code)
    mails.tell_of_recovery_code()
    warnings.warn_of_few()


def remember(rows: KeyHolderQuerySet) -> None:
    today = timezone.localdate()
    for row in rows:
        FormerSheet.objects.create(
            id=row.pk, sheet=row.sheet, wrapped=bytes(row.wrapped), replaced_on=today
        )
        kept = FormerSheet.objects.filter(sheet=row.sheet).values_list("pk", flat=True)
        FormerSheet.objects.filter(pk__in=list(kept[MOST_FORMER:])).delete()


def replaced_on(label: str, code: str) -> date | None:
    """The day on which this code was replaced, or None for a code that was none."""
    for former in FormerSheet.objects.filter(sheet=label):
        try:
            holders.private_key_of(former, code)
        except WrongPassphrase:
            continue
        return former.replaced_on
    return None


def untried() -> list[str]:
    """Recovery codes that were made, and that nobody has typed yet."""
    waiting = set(NewKey.objects.exclude(sheet="").values_list("sheet", flat=True))
    made = (
        KeyHolder.objects.recovery_codes().filter(is_proven=False).values_list("sheet", flat=True)
    )
    return sorted(waiting | set(made))


def to_try_again(today: date | None = None) -> list[KeyHolder]:
    """Recovery codes of which nobody has seen for half a year that they can still be read."""
    long_ago = (today or timezone.localdate()) - HALF_A_YEAR
    recovery_codes = KeyHolder.objects.recovery_codes().filter(is_proven=True).order_by("sheet")
    return [code for code in recovery_codes if (code.tried_on or code.since) <= long_ago]


def lines_about(recovery_code: KeyHolder, new: NewKey | None) -> Iterator[str]:
    """How far a recovery code is; ``new`` is one that was made and not tried yet."""
    if recovery_code:
        kept_by = recovery_code.kept_by and _("{who} keeps it").format(who=recovery_code.kept_by)
        yield " · ".join(filter(None, [how_far(recovery_code), kept_by]))
    elif not new:
        yield _("not made yet")
    if new:
        line = _("a new one was made on {day} and not tested yet; it opens nothing until then")
        yield line.format(day=in_words(timezone.localtime(new.made_at)))


def how_far(recovery_code: KeyHolder) -> str:
    if not recovery_code.is_proven:
        return _("printed, and not tested yet")
    text = _("works; made {day}").format(day=in_words(recovery_code.since))
    if recovery_code.tried_on is None:
        return text
    return _("{words}, last tested {day}").format(words=text, day=in_words(recovery_code.tried_on))


def in_words(day: date | datetime) -> str:
    return date_format(day, "DATE_FORMAT")
