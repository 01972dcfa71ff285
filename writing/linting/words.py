"""Words as the rules compare them."""

import re
from collections.abc import Iterator

STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "\xad": None, "\u200b": None}
)
ENDS = re.compile(r"""(?<=[.!?…])["')\]]*\s+(?=["'(\[]*[A-Z0-9])|\n+""")
ABBREVIATIONS = re.compile(r"\b(Dr|Mr|Mrs|Ms|Mx|St|vs|e\.g|i\.e|etc|No|[A-Z])\.$")
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# With the letter in front that tells it is one.
LONGEST_ABBREVIATION = 6
# Molly Bloom aside, nobody's sentence has three hundred words.
LONGEST_SENTENCE = 1500
UP_TO_SIX_WORDS = r"(?:\S+\s+){0,6}?"


def plain(text: str) -> str:
    """Straight apostrophes and quotation marks, single spaces, nothing invisible; lines stay."""
    text = text.translate(STRAIGHT)
    return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


def bare(text: str) -> str:
    """Only letters and digits, in small, for telling whether two texts say the same."""
    return " ".join(re.findall(r"\w+", plain(text).casefold().replace("_", " ")))


def sentences(text: str) -> list[str]:
    """The sentences of a passage in ``plain`` characters; one that never ends comes in parts."""
    found, start = [], 0
    for end in ENDS.finditer(text):
        before = text[max(start, end.start() - LONGEST_ABBREVIATION) : end.start()]
        if ABBREVIATIONS.search(before) and "\n" not in end[0]:
            continue
        found += in_parts(text[start : end.end()])
        start = end.end()
    return [sentence for part in [*found, *in_parts(text[start:])] if (sentence := part.strip())]


def in_parts(sentence: str) -> Iterator[str]:
    """Rules look at each place of a sentence from all of it, so none may be without end."""
    while len(sentence) > LONGEST_SENTENCE:
        cut = sentence.rfind(" ", 1, LONGEST_SENTENCE) + 1 or LONGEST_SENTENCE
        yield sentence[:cut]
        sentence = sentence[cut:]
    yield sentence


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def pattern_of(
    phrases: list[str], words: dict[str, str] | None = None, flags: re.RegexFlag = re.IGNORECASE
) -> re.Pattern:
    """One pattern for phrases written as in ``phrases.py``, with no letter touching either end."""
    choices = "|".join(phrases)
    for name, meaning in (words or {}).items():
        choices = choices.replace(f"{{{name}}}", meaning)
    choices = choices.replace("… ", UP_TO_SIX_WORDS).replace("*", r"[\w'-]*")
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", flags)


def excerpt(text: str, match: re.Match) -> str:
    """The sentence around a match, for showing which words are meant."""
    for sentence in sentences(text):
        if match[0] in sentence:
            return sentence
    return match[0]
