"""Which keys there are, as the room's own log says it.

The proof in a row says that the site wrote it, and not that it still counts: an older row, put back,
has a proof as well. So whenever keys change, the log gets an entry with the proofs of all of them and
the next number, their generation, and every entry after it says which generation it was written in. To
put an old state back unseen, somebody would have to take away every entry since.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from intake.models import Grant, KeyHolder, NewKey, PracticeKey, RoomEvent

MOST_LOOKS = 3
Key = PracticeKey | KeyHolder | NewKey
MODELS = (PracticeKey, KeyHolder, Grant, NewKey)
# {digest of an entry about keys: the entry up to which the log is known to follow it}; what was looked at
# once is not looked at again with every form that somebody opens.
followed: dict[str, int] = {}
is_changing = ContextVar("is_changing", default=False)


class NotOurs(Exception):
    """The keys in the database are not as the site has written them."""

    message = _(
        "Somebody has changed the practice’s keys outside this page, or the site has another SECRET_KEY. "
        "Until whoever runs the site has looked, and run manage.py vouch_for_keys, nothing is "
        "opened and no key changes."
    )


@dataclass(frozen=True)
class Roll:
    """The keys as they stand in the database, beside the last entry about them in the log."""

    event: RoomEvent | None
    rows: list

    @cached_property
    def written(self) -> set[tuple[str, str, str]] | None:
        """{line of each key}, as the log has it; None where the log itself was changed."""
        if self.event is None:
            return set()
        if not self.event.roll or not self.event.is_as_written():
            return None
        return {tuple(line) for line in json.loads(self.event.roll)}

    @property
    def generation(self) -> int:
        return self.event.generation if self.event else 0  # type: ignore[return-value]

    @cached_property
    def unsigned_keys(self) -> list[Key]:
        """Rows that the site did not write, or that do not count any more."""
        written = self.written or set()
        return [row for row in self.rows if line_of(row) not in written or not row.is_signed]

    @property
    def is_signed(self) -> bool:
        """Whether any of it was written with this ``SECRET_KEY``."""
        return bool(self.written) or any(row.is_signed for row in self.rows)

    @cached_property
    def holds(self) -> bool:
        """Whether everything is as written, and nothing is gone."""
        is_whole = self.written is not None and len(self.written) == len(self.rows)
        return is_whole and not self.unsigned_keys and log_follows(self.event)

    @property
    def current(self) -> PracticeKey | None:
        """The practice key that closes what comes in now, or None."""
        keys = [key for key in self.practice_keys if key.is_current]
        return next((key for key in keys if key not in self.unsigned_keys), None)

    @property
    def awaited(self) -> set[int | None]:
        """Whose key a new one waits to replace."""
        return {row.user_id for row in self.rows if isinstance(row, NewKey)}

    def grant(self, key_id: UUID, holder_id: UUID) -> Grant | None:
        """Of a practice key to a holder, as it was read with the keys."""
        grants = (grant for key in self.practice_keys for grant in key.grants.all())
        wanted = (key_id, holder_id)
        return next((row for row in grants if (row.practice_key_id, row.holder_id) == wanted), None)

    @property
    def practice_keys(self) -> list[PracticeKey]:
        return [row for row in self.rows if isinstance(row, PracticeKey)]


def look() -> Roll:
    """The roll of now. Where keys change just then, what was read in between is read again."""
    for _look in range(MOST_LOOKS):
        roll = Roll(RoomEvent.objects.about_keys(), rows())
        if roll.holds or RoomEvent.objects.about_keys() == roll.event:
            break
    return roll


def rows() -> list[Key]:
    keys = PracticeKey.objects.prefetch_related("grants")
    # One that waits as well: put back after it was stopped or replaced, it would soon count.
    return [*keys, *KeyHolder.objects.all(), *NewKey.objects.all()]


def log_follows(event: RoomEvent | None) -> bool:
    """Whether every entry since is as written: none of them may have said that keys changed again."""
    if event is None:
        return True
    for known in (followed.get(event.digest), event.pk):
        since = list(RoomEvent.objects.filter(pk__gte=known or event.pk).order_by("pk"))
        if since and since[0].pk == (known or event.pk):
            break
    if RoomEvent.objects.first_broken(since) is not None:
        return False
    followed[event.digest] = since[-1].pk
    return True


def line_of(row: Key) -> tuple[str, str, str]:
    return row._meta.label, str(row.pk), row.proof


@contextmanager
def changing() -> Iterator[None]:
    """Around everything that changes keys, holders or grants. Raises ``NotOurs`` where they are not as
    written: what somebody else has put there would be written down as the practice's own."""
    if is_changing.get():
        yield
        return
    with transaction.atomic():
        keep_others_out()
        if not look().holds:
            raise NotOurs
        token = is_changing.set(True)
        try:
            yield
        finally:
            is_changing.reset(token)
        record()


def keep_others_out() -> None:
    """Nobody writes to these until the end of the transaction, and what is read is of now."""
    if connection.vendor == "postgresql":
        tables = ", ".join(model._meta.db_table for model in MODELS)
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")


def record(user: object = None, without: Iterable[object] = (), after: int = 0) -> None:
    """Vouches for every key and writes the next generation down; only by whoever knows that they are
    right, all but those ``without``. ``after``: a generation that is known to have been."""
    found = [row for row in rows() if row not in without]
    for row in found:
        if row.proof != row.digest(settings.SECRET_KEY):
            row.sign()
            row.save(update_fields=["proof"])
    roll = json.dumps(sorted(line_of(row) for row in found))
    last = RoomEvent.objects.about_keys()
    if last is None or last.roll != roll or not last.is_as_written():
        RoomEvent.objects.note(RoomEvent.Kind.KEYS, user, roll=roll, after=after)
