"""What keeps mail from leaving, in sentences for whoever looks after it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from outbox import signs
from outbox.models import Message, WorkerSign

# A worker looks every few seconds, so what has been due for this long is not being looked at.
LATE_AFTER = timedelta(minutes=5)


def troubles(now: datetime | None = None) -> Iterator[str]:
    """Sentences, the most important first; none where mail leaves as it should."""
    now = now or timezone.now()
    every = list(WorkerSign.objects.all())
    ours = [sign for sign in every if sign.is_signed]
    living = signs.living(now, ours)
    yield from no_worker(ours, living)
    yield from keys_that_differ(living)
    yield from without_a_key(living)
    yield from other_secret(every, now)
    yield from waiting_for_a_key(ours, living)
    yield from waiting_for_us()
    yield from overdue(living, now)


def no_worker(ours: list[WorkerSign], living: list[WorkerSign]) -> Iterator[str]:
    if living:
        return
    last = max((sign.seen_at for sign in ours), default=None)
    if last is None:
        yield _(
            "The worker is not running: no email leaves, and nobody is reminded of promised days."
        )
        return
    trouble = _(
        "The worker has not been running since %(moment)s: no email leaves, and nobody "
        "is reminded of promised days."
    )
    yield trouble % {"moment": moment(last)}


def keys_that_differ(living: list[WorkerSign]) -> Iterator[str]:
    with_keys = {sign.key: sign for sign in living if sign.key}
    if len(with_keys) > 1:
        names = ", ".join(sign.name for sign in with_keys.values())
        trouble = _(
            "Hosts have different keys for email: %(names)s. Give them one MAIL_KEY_PATH, "
            "with the file of the first."
        )
        yield trouble % {"names": names}


def without_a_key(living: list[WorkerSign]) -> Iterator[str]:
    for sign in living:
        if sign.key is None:
            trouble = _(
                "The worker on %(host)s cannot read the key for email: see MAIL_KEY_PATH there."
            )
            yield trouble % {"host": sign.host}


def other_secret(every: list[WorkerSign], now: datetime) -> Iterator[str]:
    for sign in every:
        if sign.is_alive(now) and not sign.is_signed:
            trouble = _("The worker on %(host)s has another SECRET_KEY than this site.")
            yield trouble % {"host": sign.host}


def waiting_for_a_key(ours: list[WorkerSign], living: list[WorkerSign]) -> Iterator[str]:
    held = {sign.key for sign in living}
    names = {sign.key: sign.name for sign in ours}
    waiting = Message.objects.filter(state=Message.State.WAITING).exclude(key=None)
    for row in waiting.values("key").annotate(number=Count("pk")).order_by("key"):
        if row["key"] in held or not living:
            continue
        trouble = ngettext(
            "%(number)d email waits for the key of %(name)s: start the worker there, or bring its file.",
            "%(number)d emails wait for the key of %(name)s: start the worker there, or bring its file.",
            row["number"],
        )
        name = names.get(row["key"]) or _("a host that is not known here")
        yield trouble % {"number": row["number"], "name": name}


def waiting_for_us() -> Iterator[str]:
    waiting = Message.objects.filter(state=Message.State.WAITING, is_our_fault=True)
    for row in waiting.values("last_error").annotate(number=Count("pk")).order_by("-number"):
        trouble = ngettext(
            "%(number)d email waits: %(why)s", "%(number)d emails wait: %(why)s", row["number"]
        )
        yield trouble % {"number": row["number"], "why": row["last_error"]}


def overdue(living: list[WorkerSign], now: datetime) -> Iterator[str]:
    """A worker lives and still does not get to them."""
    keys = [sign.key for sign in living]
    late = now - LATE_AFTER
    # Of what was not tried yet only the hour is known.
    untried = Q(attempts=0, next_attempt_at__gt=late - timedelta(hours=1))
    due = Message.objects.due(late).filter(key__in=keys).exclude(untried)
    found = due.aggregate(number=Count("pk"), oldest=Min("next_attempt_at"))
    if found["number"]:
        trouble = ngettext(
            "By %(moment)s, %(number)d email should have left.",
            "By %(moment)s, the first of %(number)d emails should have left.",
            found["number"],
        )
        yield trouble % {"number": found["number"], "moment": moment(found["oldest"])}


def moment(when: datetime) -> str:
    return date_format(timezone.localtime(when), "DATETIME_FORMAT")
