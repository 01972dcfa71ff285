"""What somebody puts there who can write to the database and knows no secret, and what is said of it."""

from django.utils import timezone

from intake.models import Grant, KeyHolder, PracticeKey
from intake.room import holders
from sealing.envelopes import new_key
from tests import factories
from tests.intake.coordinators import text_of
from tests.intake.room.ceremony import (
    ROOM,
    SENTENCE,
)

ALARM = "Somebody has changed the practice’s keys"
UNSIGNED_KEYS = "Keys stand in the database that this site did not put there"
FIFTY = "another one, of fifty characters and some more of them"


def unlocked_again(client, sentence=SENTENCE):
    """What is shown after unlocking."""
    client.post(f"{ROOM}lock/")
    return text_of(client.post(f"{ROOM}unlock/", {"passphrase": sentence}, follow=True))


def planted(is_granted=True):
    """What somebody could do who writes to the database and knows no secret."""
    mine = new_key()
    PracticeKey.objects.filter(is_current=True).update(is_current=False)
    today = timezone.localdate()
    row = PracticeKey.objects.create(
        id=mine.id, public=mine.public.raw, made_on=today, takes_inquiries=True
    )
    for holder in KeyHolder.objects.all() if is_granted else []:
        holders.share(mine, holder)
    return row


def planted_holder():
    mine = new_key()
    mallory = KeyHolder.objects.create(
        id=mine.id,
        public=mine.public.raw,
        wrapped=b"",
        since=timezone.localdate(),
        is_proven=True,
        user=factories.make_user("coordinator"),
    )
    current = PracticeKey.objects.current()
    Grant.objects.create(practice_key=current, holder=mallory, sealed=b"anything")
    return mallory
