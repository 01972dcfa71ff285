"""Words as they are compared: without accents, capitals and endings, in plain letters; alike for every database."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
APOSTROPHES = re.compile("['’ʼ]")
# Letters that no accent can be taken from.
ALSO = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
LONGEST = 40
DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxz])\1$")
VOWEL = re.compile("[aeiouy]")


class Token(NamedTuple):
    """``folded`` is a word as somebody would misspell it, ``term`` what stands in the index."""

    start: int
    end: int
    folded: str
    term: str


def clean(text: str) -> str:
    """As texts are kept and looked through: composed letters, and nothing that no database takes."""
    return unicodedata.normalize("NFC", text.replace("\0", " ").encode("utf-8", "ignore").decode())


def tokens(text: str) -> Iterator[Token]:
    """Of a clean text."""
    for match in WORD.finditer(text):
        folded, term = folded_and_term(match[0][: 2 * LONGEST])
        if folded:
            yield Token(match.start(), match.end(), folded, term)


def terms(text: str) -> list[str]:
    return [token.term for token in tokens(clean(text))]


@lru_cache(maxsize=20_000)
def folded_and_term(word: str) -> tuple[str, str]:
    folded = fold(word)
    return folded, plain_letters(stem(folded))


def fold(word: str) -> str:
    word = APOSTROPHES.sub("'", word.casefold()).removesuffix("'s").replace("'", "")
    letters = unicodedata.normalize("NFKD", word.translate(ALSO))
    return "".join(c for c in letters if c.isalnum())[:LONGEST]


def plain_letters(word: str) -> str:
    """What both databases take for one word, whatever they know of other scripts."""
    if word.isascii():
        return word
    return "".join(c if c.isascii() else f"x{ord(c):x}x" for c in word)


def stem(word: str) -> str:
    """Without the endings that make no other thing of it: worries, worried and worrying are one."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    word = without_verb_ending(without_plural(word))
    if len(word) > 5 and word.endswith("ly"):
        word = word[:-2]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return DOUBLED.sub(r"\1", word)


def without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def without_verb_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 5 and VOWEL.search(word[:-3]):
        return word[:-3]
    if (
        word.endswith("ed")
        and not word.endswith("eed")
        and len(word) > 4
        and VOWEL.search(word[:-2])
    ):
        return word[:-2]
    return word
