"""How hard a text is to read: R. Flesch, A new readability yardstick, Journal of Applied Psychology
32 (1948) 221-233.

    206.835 - 1.015 x (words / sentences) - 84.6 x (syllables / words)

Flesch called 60 to 70 standard and everything under 50 difficult: reading for people at college.
Somebody tired, at night, on a phone reads less than usual, and most articles of a practice come out
between 60 and 85; so advice begins where Flesch's "difficult" does. Names of treatments are long words
nobody can replace, which is why it does not begin earlier.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from writing.linting.findings import ADVICE, Finding
from writing.linting.passages import Text
from writing.linting.words import sentences, words_of

HARD = 50
# Flesch took samples of a hundred words; one sentence says little about a text.
FEWEST_WORDS = 40
# In letters. What is longer is no word anybody says, and need not be heard to its end.
LONGEST_WORD = 100
READ = {"paragraph", "item", "quote"}
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$"  # take, whole; not table
    r"|(?<=[^aeiouytd])e(?=d$)|(?<=[^aeiouylscgzxh])e(?=s$)"  # moved, takes; not wanted, voices
    r"|(?<=[^aeiouy])e(?=(?:ly|ment|ful|less|ness)$)"  # lonely, hopeful
)
HEARD_APART = re.compile(
    r"[aeiouy](?=ing)|i(?=et)|(?<=[ls])i(?=en)|(?<=[^tscgxv])i(?=[aou])|e(?=o[^pu])|u(?=a)|s(?=m$)"
)


def check(text: Text) -> Iterator[Finding]:
    read = [line for line in sentences_of(text) if words_of(line)]
    words = [word for line in read for word in words_of(line)]
    if len(words) < FEWEST_WORDS or ease(words, len(read)) >= HARD:
        return
    hardest = min(read, key=lambda line: ease(words_of(line), 1))
    yield Finding(
        "reading-ease",
        ADVICE,
        "body",
        "",
        _("This is hard to read for somebody who is tired: long sentences and long words."),
        _("Say it as you would across a table. One place to start: “%(sentence)s”")
        % {"sentence": hardest},
    )


def sentences_of(text: Text) -> list[str]:
    return [
        sentence
        for passage in text.body
        if passage.kind in READ
        for sentence in sentences(passage.text)
    ]


def ease(words: list[str], number_of_sentences: int) -> float:
    syllables = sum(map(syllables_of, words))
    return 206.835 - 1.015 * len(words) / number_of_sentences - 84.6 * syllables / len(words)


def syllables_of(word: str) -> int:
    """Near enough for English: groups of vowels, less those nobody hears, more where two are heard."""
    parts = word[:LONGEST_WORD].lower().replace("'", "").split("-")
    return sum(max(1, groups_heard(part)) for part in parts)


def groups_heard(part: str) -> int:
    return len(VOWELS.findall(SILENT.sub("", part))) + len(HEARD_APART.findall(part))
