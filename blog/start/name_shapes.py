"""What has the shape of a name, and what of a title or a degree behind it."""

import re

from blog.start.no_names import NO_NAMES
from team.names.letters import letters_of
from team.names.words import HONORIFICS, SUFFIXES, TITLES

PARTICLES = {
    "al", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "las", "le", "los",
    "san", "ter", "van", "von", "y", "e", "zu",
}  # fmt: skip
# What a title has in it and a name has not: "Marriage and Family Therapist" is not a person.
TITLE_WORDS = re.compile(
    r"\b(associate|coach|coordinator|counselor|counsellor|director|doctoral|fellow|founder|intern|"
    r"lead|licensed|manager|nurse|practitioner|psychiatrist|psychologist|psychotherapist|resident|"
    r"student|supervisor|therapist|trainee|worker)\b",
    re.IGNORECASE,
)
BEFORE_TITLE = re.compile(r"\s*,\s*|\s+[–—|·]\s+|\s+-\s+|\s*\n\s*")
BRACKETED = re.compile(r"\([^()]*\)|[“\"][^“”\"]*[”\"]")
CREDENTIAL = re.compile(r"[A-Z][A-Za-z]{0,2}\.?(?:[A-Z][A-Za-z]{0,2}\.?){1,5}(?:-[A-Z]+)?")


def looks_like_name(text: str) -> bool:
    """Two to five capitalized words without a word that only titles or sentences have."""
    bare = BRACKETED.sub(" ", text)
    words = [word for word in bare.split() if letters_of(word) not in HONORIFICS]
    return (
        2 <= len(words) <= 5
        and all(word[0].isupper() or word in PARTICLES for word in words)
        and all(is_word_of_name(word) for word in words)
        and not TITLE_WORDS.search(bare)
        and not any(letters_of(word) in TITLES for word in words[-1:])
    )


def is_word_of_name(word: str) -> bool:
    bare = re.sub(r"[.,'’`-]", "", word)
    is_initial = len(bare) == 1 and word.endswith(".")
    return bare.isalpha() and (is_initial or word.lower().strip(".,") not in NO_NAMES)


def with_credentials(text: str) -> tuple[str, str]:
    """``(name, title)`` of ``X, LMFT``, ``X LMFT`` or ``X – Doctoral Intern``; the title may be empty."""
    text = text.strip()
    if cut := BEFORE_TITLE.search(text):
        name, title = text[: cut.start()], text[cut.end() :]
    else:
        name, title = text, ""
    words = name.split()
    kept = len(words)
    while kept > 2 and is_credential(words[kept - 1]):
        kept -= 1
    if kept < len(words):
        title = ", ".join(filter(None, [" ".join(words[kept:]), title]))
    return " ".join(words[:kept]).rstrip(" ,"), title.strip(" ,;")


def is_credential(word: str) -> bool:
    """An abbreviation as degrees and licenses have, and no name in capitals."""
    bare = word.strip("()[].,;")
    is_short = (len(bare) <= 8 and not bare.isalpha()) or len(bare) <= 6
    is_known = letters_of(bare) in TITLES and letters_of(bare) not in SUFFIXES
    return bool(is_known and is_short and (CREDENTIAL.fullmatch(bare) or bare.isupper()))
