"""One sentence in each language that somebody here speaks, for whoever looks for a word of their own."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings

from search.terms import clean, tokens
from team.models import Language


class Spoken(NamedTuple):
    language: int
    code: str
    sentence: str


@cache
def shipped() -> dict[str, dict[str, Any]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def in_own_words(languages: Iterable[Language]) -> list[Spoken]:
    """The practice's own sentence where it wrote one. What the whole page is in already needs none."""
    said = [
        Spoken(
            language.pk,
            language.code or known.get("code", ""),
            language.sentence or known.get("sentence", ""),
        )
        for language in languages
        for known in [shipped().get(language.name.strip().lower(), {})]
    ]
    ours = settings.LANGUAGE_CODE.split("-")[0]
    return [one for one in said if one.sentence and one.code.split("-")[0] != ours]


def is_named(language: str, said: str) -> bool:
    """Whether what somebody wrote names it, in English or as it calls itself: “espanol, por favor”."""
    known = shipped().get(language.strip().lower(), {})
    text = words(said)
    return any(words(name) in text for name in [language, *known.get("names", [])])


def words(text: str) -> str:
    """Without accents, capitals and signs, a space around each."""
    return f" {' '.join(one.folded for one in tokens(clean(text)))} "
