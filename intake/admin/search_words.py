"""Whether what somebody looks for stands in a text: accents, capitals and punctuation do not matter, and numbers
are compared by their digits, however they are written."""

import re
import unicodedata

# A number as people write one, with whatever they put between its digits.
NUMBER = re.compile(r"\d(?:[\d\s().\-/–+]*\d)?")
# Of a country, which is written or left out.
COUNTRY = "1"
WITH_COUNTRY = 11


class Wanted:
    """What was typed into the search."""

    def __init__(self, term: str) -> None:
        self.words = [word for word in map(Word, plain(term).split()) if word.parts]

    def __bool__(self) -> bool:
        return bool(self.words)

    def missing(self, text: "Text") -> set["Word"]:
        return {word for word in self.words if not word.is_in(text)}


class Word:
    def __init__(self, written: str) -> None:
        self.parts = re.findall(r"[^\W_]+", written)
        self.together = "".join(self.parts)
        self.is_number = self.together.isdigit()

    def is_in(self, text: "Text") -> bool:
        if self.together in text.together:
            return True
        if self.is_number:
            return any(digits in text.numbers for digits in self.spellings())
        return all(part in text.together for part in self.parts)

    def spellings(self) -> list[str]:
        has_country = len(self.together) == WITH_COUNTRY and self.together.startswith(COUNTRY)
        return [self.together, self.together[1:]] if has_country else [self.together]


class Text:
    """What is looked through, made ready once."""

    def __init__(self, written: str) -> None:
        text = plain(written)
        self.together = " ".join("".join(re.findall(r"[^\W_]+", word)) for word in text.split())
        found = NUMBER.findall(text)
        self.numbers = " ".join("".join(filter(str.isdigit, number)) for number in found)


def plain(text: str) -> str:
    """Small letters without accents, and the digits of every script as ours."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    # Some letters come apart only once they are small.
    parts = unicodedata.normalize("NFKD", parts)
    return "".join(
        str(unicodedata.digit(part)) if part.isdecimal() else part
        for part in parts
        if not unicodedata.combining(part)
    )
