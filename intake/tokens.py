"""What stands in for the CSRF cookie on a form that anybody may open without a session.

A token is signed, expires, and is good for one inquiry. It holds a random number and the time, and
nothing about the person. A form opened at night and sent the next day still goes through.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import get_random_string

from intake.models import UsedToken

LIFETIME, HOUR = timedelta(hours=36), timedelta(hours=1)
SALT = "intake.form"
# A person takes longer than this between seeing the form and sending it.
HURRY = timedelta(seconds=3)


@dataclass(frozen=True)
class Token:
    text: str
    issued_at: datetime
    is_second: bool

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def expires_at(self) -> datetime:
        """Rounded up, so that what is kept of a spent one does not say when it was opened."""
        return (self.issued_at + LIFETIME + HOUR).replace(minute=0, second=0, microsecond=0)

    @property
    def is_hurried(self) -> bool:
        """Sent sooner than a person could; a form that was redrawn is only sent again."""
        return not self.is_second and timezone.now() - self.issued_at < HURRY

    def digest_of(self, answers: object) -> str:
        """A hash of what was sent, so that the same again is known from something new.

        The token's random number is in it and kept nowhere, so the hash tells nothing.
        """
        text = json.dumps([self.text, answers], sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def issue(*, is_second: bool = False) -> str:
    """The text for the hidden field; ``is_second`` for a form that is shown again."""
    now = int(timezone.now().timestamp())
    return signing.dumps([get_random_string(22), now, int(is_second)], salt=SALT)


def read(text: str) -> Token | None:
    """The token, or None if it is missing, forged or too old."""
    try:
        _number, issued, is_second = signing.loads(text, salt=SALT, max_age=LIFETIME)
    except (signing.BadSignature, ValueError):
        return None
    return Token(text, datetime.fromtimestamp(issued, UTC), bool(is_second))


def used(token: Token) -> UsedToken | None:
    return UsedToken.objects.filter(digest=token.digest).first()


def spend(token: Token, answers: object) -> bool:
    """To be called in the transaction that saves what was sent. False where it was spent before, also
    by a second click at the same moment."""
    _row, is_new = UsedToken.objects.get_or_create(
        digest=token.digest,
        defaults={"answers_digest": token.digest_of(answers), "expires_at": token.expires_at},
    )
    return is_new


def forget_expired() -> int:
    return UsedToken.objects.filter(expires_at__lt=timezone.now()).delete()[0]
