"""Who can open the room, and with which keys: setting up, adding, removing, turning keys over.

Making a practice key needs nobody's passphrase, since its private half is sealed to each holder's
public key at once and then forgotten; so keys can turn over while inquiries arrive.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.models import Grant, KeyHolder, PracticeKey
from intake.room import passphrases
from outbox.sealing import PrivateKey, new_key, open_sealed, seal

LEAST_PEOPLE = 2
SHEETS = ("A", "B")


class NotOurs(Exception):
    """A key that stands in the database and was not put there by the site."""


class NotReady(Exception):
    """Whoever tries has no key that would open what is to be shared."""


def is_open():
    """Whether inquiries may come in."""
    current = PracticeKey.objects.current()
    return current is not None and current.takes_inquiries and current.is_ours


def missing():
    """What the form waits for: how many people and which recovery sheets cannot open it yet."""
    able = KeyHolder.objects.with_key(PracticeKey.objects.current()).filter(is_proven=True)
    people = able.people().answering().count()
    sheets = set(able.sheets().values_list("sheet", flat=True))
    return max(LEAST_PEOPLE - people, 0), [letter for letter in SHEETS if letter not in sheets]


def is_inside(holder, practice_key):
    """As far as it shows without a passphrase: ``Room.opens`` is the proof."""
    rows = KeyHolder.objects.with_key(practice_key).filter(pk=holder.pk)
    return practice_key is not None and holder.is_ours and rows.exists()


def strangers():
    """Keys in the database that the site did not put there, or whose ``SECRET_KEY`` is not this one."""
    rows = [*PracticeKey.objects.kept(), *KeyHolder.objects.select_related("user")]
    return [row for row in rows if not row.is_ours]


def open_if_ready():
    people, sheets = missing()
    if not people and not sheets:
        PracticeKey.objects.filter(is_current=True).update(takes_inquiries=True)


@transaction.atomic
def make_person(user, passphrase):
    """A key pair of their own. It opens nothing before somebody lets them in, except at the very
    beginning, when nobody is in yet."""
    drop(KeyHolder.objects.filter(user=user))
    holder = make_holder(passphrase, user=user, is_proven=True)
    if not Grant.objects.exists():
        turn_over(begin_with=[holder])
    return holder


@transaction.atomic
def make_sheet(letter):
    """A new recovery sheet in place of the one with this letter; returns (holder, code).

    The code is to be printed and kept nowhere. What is sealed already is shared with the sheet by
    ``let_in``, as with a person.
    """
    drop(KeyHolder.objects.filter(sheet=letter))
    code = passphrases.new_code()
    return make_holder(code, sheet=letter), code


@transaction.atomic
def drop(rows):
    """Take keys away. What comes in from now on is sealed to one they never had, whatever old file of
    keys and whatever passphrase or sheet somebody kept."""
    were_in = Grant.objects.filter(holder__in=rows).exists()
    rows.delete()
    if were_in and Grant.objects.exists():
        turn_over()


def make_holder(passphrase, **fields):
    pair = new_key()
    holder = KeyHolder(
        id=pair.id,
        public=pair.public.raw,
        wrapped=passphrases.wrap(pair.raw, passphrase, pair.id),
        since=timezone.localdate(),
        **fields,
    )
    holder.vouch()
    holder.save(force_insert=True)
    return holder


def private_key_of(holder, passphrase):
    """Raises ``WrongPassphrase``."""
    return PrivateKey(holder.pk, passphrases.unwrap(holder.wrapped, passphrase, holder.pk))


@transaction.atomic
def change_passphrase(holder, old, new):
    """A new key pair as well: the old passphrase with an old file of keys opens nothing that comes in
    from now on. Returns the new holder; raises ``WrongPassphrase``."""
    own = private_key_of(holder, old)
    keys = [practice_key(own, grant.practice_key_id) for grant in holder.grants.all()]
    holder.delete()
    changed = make_holder(new, user=holder.user, is_proven=True)
    for key in keys:
        share(key, changed)
    if keys:
        turn_over()
    return changed


@transaction.atomic
def turn_over(begin_with=()):
    """A new practice key for what comes in from now on, sealed to everybody who is in and may be; where
    nobody is, to those it begins with. Whoever waits to be let in would be in by it."""
    before = PracticeKey.objects.current()
    PracticeKey.objects.filter(is_current=True).update(is_current=False)
    pair = new_key()
    key = PracticeKey(
        id=pair.id,
        public=pair.public.raw,
        made_on=timezone.localdate(),
        takes_inquiries=before is not None and before.takes_inquiries,
    )
    key.vouch()
    key.save(force_insert=True)
    inside = KeyHolder.objects.answering().filter(grants__practice_key=before) if before else []
    for holder in inside or begin_with:
        if holder.is_ours:
            share(pair, holder)
    return key


def share(practice_key, holder):
    """Seals the private half to a holder; the caller has seen that the holder is ours."""
    place = Grant.place(practice_key.id, holder.pk)
    sealed = seal(practice_key.raw, holder.public_key, place)
    Grant.objects.update_or_create(
        practice_key_id=practice_key.id, holder=holder, defaults={"sealed": sealed}
    )


def practice_key(own, key_id):
    """The private half of a practice key, through the grant of whoever has the key ``own``."""
    row = Grant.objects.filter(practice_key=key_id, holder=own.id).first()
    if row is None:
        raise NotReady
    raw = open_sealed(row.sealed, own, Grant.place(key_id, own.id))
    return PrivateKey(key_id, raw)


@transaction.atomic
def let_in(own, holder):
    """Share every practice key that ``own`` opens with another holder; returns how many.

    Raises ``NotOurs`` for one that the site did not put there.
    """
    if not holder.is_ours:
        raise NotOurs
    keys = PracticeKey.objects.kept().filter(grants__holder=own.id)
    for key in keys:
        share(practice_key(own, key.pk), holder)
    open_if_ready()
    return len(keys)


@transaction.atomic
def mark_proven(sheet):
    """Its code was typed in from the paper, and opens it."""
    sheet.is_proven = True
    sheet.save(update_fields=["is_proven"])
    open_if_ready()


def no_grant_words(key_id):
    """Why a key does not open for somebody who is in, as a sentence."""
    row = PracticeKey.objects.filter(pk=key_id).first()
    if row is None:
        return _("This was closed with a key that the practice does not have.")
    if row.destroyed_on:
        return _("The key of this was destroyed; nobody can open it any more.")
    return _("Your key does not open this one. Ask somebody who can to let you in.")
