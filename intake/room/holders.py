"""The keys themselves: made, shared, turned over, taken away.

Whatever changes a key does so while ``roll.changing()``, which sees first that nobody else has changed
one, and writes down afterwards which there are.

Making a practice key needs nobody's passphrase, since its private half is sealed to each holder's
public key at once and then forgotten; so keys can turn over while inquiries arrive.
"""

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from intake.models import FormerSheet, Grant, KeyHolder, NewKey, PracticeKey
from intake.models.keys import KeyHolderQuerySet
from intake.room import passphrases, roll
from intake.room.ways_in import ways_in
from sealing.envelopes import PrivateKey, new_key, open_sealed, seal
from staff.models import User


class NotReady(Exception):
    """Whoever tries has no key that would open what is to be shared."""


class LastWayIn(Exception):
    """Without it nobody could open what people wrote: it is never taken away."""


def form_is_open(roll_now: roll.Roll | None = None) -> bool:
    """Whether inquiries may come in: once enough people and recovery codes could open them, and for as long as
    anybody can. ``roll_now``: where somebody has just looked."""
    roll_now = roll_now or roll.look()
    key = roll_now.current
    takes_them = roll_now.holds and key is not None and key.takes_inquiries
    return takes_them and len(ways_in(key)) > 0


def missing() -> tuple[int, list[str]]:
    """What the form waits for: how many people and which recovery codes cannot open it yet."""
    ways = ways_in()
    return ways.missing_people, ways.missing_recovery_codes


def is_inside(holder: KeyHolder, practice_key: PracticeKey | None) -> bool:
    """As far as it shows without a passphrase: ``Room.opens`` is the proof."""
    rows = KeyHolder.objects.with_key(practice_key).filter(pk=holder.pk)
    return practice_key is not None and holder.is_signed and rows.exists()


def unsigned_keys() -> list[roll.Key]:
    """Keys in the database that the site did not put there, that were changed or put back, or whose
    ``SECRET_KEY`` is not this one."""
    return roll.look().unsigned_keys


@roll.changing()
def open_if_ready() -> None:
    if ways_in().is_ready:
        PracticeKey.objects.filter(is_current=True).update(takes_inquiries=True)


@roll.changing()
def make_person(user: User, passphrase: str) -> KeyHolder:
    """A key pair of their own. It opens nothing before somebody lets them in, except where there is
    nobody who could: at the very beginning, and where every key is gone."""
    drop(KeyHolder.objects.filter(user=user))
    holder = make_holder(passphrase, user=user, is_proven=True)
    if not Grant.objects.exists():
        turn_over(begin_with=[holder])
    return holder


@roll.changing()
def drop(rows: KeyHolderQuerySet) -> None:
    """Take keys away. What comes in from now on is sealed to one they never had, whatever old file of
    keys and whatever passphrase or recovery code somebody kept. Raises ``LastWayIn``."""
    refuse_last(rows)
    were_in = Grant.objects.filter(holder__in=rows).exists()
    NewKey.objects.filter(user__in=rows.exclude(user=None).values("user")).delete()
    rows.delete()
    if were_in and Grant.objects.exists():
        turn_over()


@roll.changing()
def take_away(own: PrivateKey, rows: KeyHolderQuerySet) -> None:
    """By whoever has the key ``own`` and is inside. Raises what ``drop`` does, and ``NotReady``."""
    refuse_outside(own)
    drop(rows)


def refuse_last(rows: KeyHolderQuerySet) -> None:
    gone = set(rows.values_list("pk", flat=True))
    for key in PracticeKey.objects.not_destroyed().filter(grants__holder__in=gone).distinct():
        ways = ways_in(key)
        if len(ways) and not ways.without(gone):
            raise LastWayIn


@roll.changing()
def make_holder(passphrase: str, **fields: object) -> KeyHolder:
    pair = new_key()
    return keep_holder(
        id=pair.id,
        public=pair.public.raw,
        wrapped=passphrases.wrap(pair.raw, passphrase, pair.id),
        **fields,
    )


def keep_holder(**fields: object) -> KeyHolder:
    holder = KeyHolder(since=timezone.localdate(), **fields)
    holder.save(force_insert=True)
    return holder


def prepare(passphrase: str, **fields: object) -> NewKey:
    """A key pair that takes the place of another one later: see ``NewKey``."""
    pair = new_key()
    new = NewKey(
        id=pair.id,
        public=pair.public.raw,
        wrapped=passphrases.wrap(pair.raw, passphrase, pair.id),
        made_at=timezone.now(),
        **fields,
    )
    new.sign()
    new.save(force_insert=True)
    return new


@roll.changing()
def bring_in(new: NewKey, **fields: object) -> KeyHolder:
    """Makes a prepared key somebody's own; it still opens nothing. Raises ``roll.NotOurs``."""
    if not new.is_signed:
        raise roll.NotOurs
    holder = keep_holder(
        id=new.pk,
        public=bytes(new.public),
        wrapped=bytes(new.wrapped),
        user=new.user,
        sheet=new.sheet,
        is_proven=True,
        **fields,
    )
    new.delete()
    return holder


def private_key_of(holder: KeyHolder | NewKey | FormerSheet, passphrase: str) -> PrivateKey:
    """Raises ``WrongPassphrase``."""
    return PrivateKey(holder.pk, passphrases.unwrap(holder.wrapped, passphrase, holder.pk))


@roll.changing()
def change_passphrase(holder: KeyHolder, old: str, new: str) -> KeyHolder:
    """A new key pair as well: the old passphrase with an old file of keys opens nothing that comes in
    from now on. Returns the new holder; raises ``WrongPassphrase``."""
    own = private_key_of(holder, old)
    keys = [practice_key(own, grant.practice_key_id) for grant in holder.grants.all()]
    NewKey.objects.filter(user=holder.user).delete()
    holder.delete()
    changed = make_holder(new, user=holder.user, is_proven=True)
    for key in keys:
        share(key, changed)
    if keys:
        turn_over()
    return changed


@roll.changing()
def turn_over(begin_with: Iterable[KeyHolder] = ()) -> PracticeKey:
    """A new practice key for what comes in from now on, sealed to everybody who is in and may be; where
    nobody is, to those it begins with. Whoever waits to be let in would be in by it. Where there is
    nobody at all, the key before stays: what is sealed to nobody is lost."""
    before = PracticeKey.objects.current()
    inside = list(KeyHolder.objects.answering().with_key(before)) if before else []
    if not (inside or begin_with):
        return before
    PracticeKey.objects.filter(is_current=True).update(is_current=False)
    pair = new_key()
    key = PracticeKey(
        id=pair.id,
        public=pair.public.raw,
        made_on=timezone.localdate(),
        # Not where it begins again: nobody has seen yet that enough people can open it.
        takes_inquiries=bool(inside) and before.takes_inquiries,
        warned_of=before.warned_of if before else "",
    )
    key.save(force_insert=True)
    for holder in inside or begin_with:
        share(pair, holder)
    return key


def share(practice_key: PrivateKey, holder: KeyHolder) -> None:
    """Seals the private half to a holder; as it was read since the keys are ``changing``."""
    seal_context = Grant.seal_context(practice_key.id, holder.pk)
    sealed = seal(practice_key.raw, holder.public_key, seal_context)
    Grant.objects.update_or_create(
        practice_key_id=practice_key.id, holder=holder, defaults={"sealed": sealed}
    )


def practice_key(own: PrivateKey, key_id: UUID, grant: Grant | None = None) -> PrivateKey:
    """The private half of a practice key, through the grant of whoever has the key ``own``: it is read here
    where nobody has read it."""
    row = grant or Grant.objects.filter(practice_key=key_id, holder=own.id).first()
    if row is None:
        raise NotReady
    raw = open_sealed(row.sealed, own, Grant.seal_context(key_id, own.id))
    return PrivateKey(key_id, raw)


def refuse_outside(own: PrivateKey) -> None:
    """Asked for again once nobody else changes keys: since the page was asked for, a colleague may have
    taken this key away. Raises ``NotReady``."""
    current = PracticeKey.objects.current()
    if current is None or practice_key(own, current.pk).public != current.public_key:
        raise NotReady


@roll.changing()
def let_in(own: PrivateKey, holder: KeyHolder) -> None:
    """Share every practice key that ``own`` opens with another holder, at least the one for what comes
    in now: raises ``NotReady`` where it does not open."""
    refuse_outside(own)
    holder.refresh_from_db()
    for key in PracticeKey.objects.not_destroyed().filter(grants__holder=own.id):
        share(practice_key(own, key.pk), holder)
    open_if_ready()


def no_grant_message(key_id: UUID) -> str:
    """Why a key does not open for somebody who is in, as a sentence."""
    row = PracticeKey.objects.filter(pk=key_id).first()
    if row is None:
        return _("This was closed with a key that the practice does not have.")
    if row.destroyed_on:
        return _("The key of this was destroyed; nobody can open it any more.")
    return _("Your key does not open this one. Ask somebody who can to give you access.")
