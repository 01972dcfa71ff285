"""What somebody who knows the practice would try first: a passphrase of names, years and common words."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.models import Practice
from staff.models import User

LOOKS_LIKE = str.maketrans("013457@$", "oieastas")
BETWEEN_LETTERS = re.compile(r"(?<=[a-z])[013457@$](?=[a-z])")
# A sentence of everyday words may do; two or three of them do not.
FEW = 5
LEAST_LETTERS = 3
# Whatever is said in any sentence, and what is near at hand in a practice.
COMMON = frozenset(Path(__file__).with_name("common_words.txt").read_text("utf-8").split())


def refuse(passphrase: str, user: User) -> None:
    """Raises ``ValidationError`` where the user's, the practice's or the town's name is all that is
    unusual about it."""
    names = names_near(user, Practice.objects.current())
    words = set(words_of(passphrase))
    is_named = any(name in word for name in names for word in words)
    if (is_named or len(words) < FEW) and not any(is_unusual(word, names) for word in words):
        raise ValidationError(
            _(
                "Names of people, of the practice or of the town, with years and everyday words, are what "
                "somebody would try first. Take a sentence that has nothing to do with any of them."
            )
        )


def names_near(user: User, practice: Practice) -> list[str]:
    """Longest first, so that a name is not taken apart by a shorter one."""
    mailbox = user.email.partition("@")[0]
    said = [user.name, user.username, mailbox, str(practice.name), practice.short_name]
    for location in practice.locations:
        said += [location.name, location.city, location.street]
    names = {word for text in said for word in words_of(text)} - COMMON
    return sorted((name for name in names if len(name) >= LEAST_LETTERS), key=len, reverse=True)


def words_of(text: str) -> list[str]:
    """In small letters without accents; ``DanaReal`` is two, and ``D4na`` is ``dana``."""
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(one for one in plain if not unicodedata.combining(one)).casefold()
    spelled = BETWEEN_LETTERS.sub(lambda found: found[0].translate(LOOKS_LIKE), plain)
    return re.findall(r"[^\W\d_]+", spelled)


def is_unusual(word: str, names: list[str]) -> bool:
    """Whether anything is left of it without the names, and not what everybody says."""
    for name in names:
        word = word.replace(name, " ")
    return any(
        len(part) >= LEAST_LETTERS
        and part not in COMMON
        and part not in common_passwords().passwords
        for part in word.split()
    )


@cache
def common_passwords() -> CommonPasswordValidator:
    """Made once: it unpacks twenty thousand of them."""
    return CommonPasswordValidator()
