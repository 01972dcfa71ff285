"""One sentence in each language that somebody here speaks, for whoever looks for a word of their own."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from team.models import Language


class Spoken(NamedTuple):
    language: int
    code: str
    sentence: str


@cache
def shipped() -> dict[str, dict[str, str]]:
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
