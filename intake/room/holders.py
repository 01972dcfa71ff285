"""Who can open the room, and with which keys: setting up, adding, removing, turning keys over.

Whatever changes a key does so while ``roll.changing()``, which sees first that nobody else has changed
one, and writes down afterwards which there are.

Making a practice key needs nobody's passphrase, since its private half is sealed to each holder's
public key at once and then forgotten; so keys can turn over while inquiries arrive.
"""

from django.utils import timezone
from django.utils.translation import gettext as _

from intake.models import Grant, KeyHolder, PracticeKey
from intake.room import passphrases, roll
from outbox.sealing import PrivateKey, new_key, open_sealed, seal

LEAST_PEOPLE = 2
SHEETS = ("A", "B")


class NotReady(Exception):
    """Whoever tries has no key that would open what is to be shared."""


def is_open():
    """Whether inquiries may come in."""
    now = roll.look()
    return now.holds and now.current is not None and now.current.takes_inquiries


def strangers():
    """Keys in the database that the site did not put there, that were changed or put back, or whose
    ``SECRET_KEY`` is not this one."""
    return roll.look().strangers


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


@roll.changing()
def open_if_ready():
    people, sheets = missing()
    if not people and not sheets:
        PracticeKey.objects.filter(is_current=True).update(takes_inquiries=True)


@roll.changing()
def make_person(user, passphrase):
    """A key pair of their own. It opens nothing before somebody lets them in, except at the very
    beginning, when nobody is in yet."""
    drop(KeyHolder.objects.filter(user=user))
    holder = make_holder(passphrase, user=user, is_proven=True)
    if not Grant.objects.exists():
        turn_over(begin_with=[holder])
    return holder


@roll.changing()
def make_sheet(letter):
    """A new recovery sheet in place of the one with this letter; returns (holder, code).

    The code is to be printed and kept nowhere. What is sealed already is shared with the sheet by
    ``let_in``, as with a person.
    """
    drop(KeyHolder.objects.filter(sheet=letter))
    code = passphrases.new_code()
    return make_holder(code, sheet=letter), code


@roll.changing()
def drop(rows):
    """Take keys away. What comes in from now on is sealed to one they never had, whatever old file of
    keys and whatever passphrase or sheet somebody kept."""
    were_in = Grant.objects.filter(holder__in=rows).exists()
    rows.delete()
    if were_in and Grant.objects.exists():
        turn_over()


@roll.changing()
def make_holder(passphrase, **fields):
    pair = new_key()
    holder = KeyHolder(
        id=pair.id,
        public=pair.public.raw,
        wrapped=passphrases.wrap(pair.raw, passphrase, pair.id),
        since=timezone.localdate(),
        **fields,
    )
    holder.save(force_insert=True)
    return holder


def private_key_of(holder, passphrase):
    """Raises ``WrongPassphrase``."""
    return PrivateKey(holder.pk, passphrases.unwrap(holder.wrapped, passphrase, holder.pk))


@roll.changing()
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


@roll.changing()
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
    key.save(force_insert=True)
    inside = KeyHolder.objects.answering().filter(grants__practice_key=before) if before else []
    for holder in inside or begin_with:
        share(pair, holder)
    return key


def share(practice_key, holder):
    """Seals the private half to a holder, as it was read since the keys are ``changing``."""
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


@roll.changing()
def let_in(own, holder):
    """Share every practice key that ``own`` opens with another holder; returns how many."""
    holder.refresh_from_db()
    keys = PracticeKey.objects.kept().filter(grants__holder=own.id)
    for key in keys:
        share(practice_key(own, key.pk), holder)
    open_if_ready()
    return len(keys)


@roll.changing()
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
