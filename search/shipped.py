"""The lists that a new site begins with; staff go on from there."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from search.danger import Listed

FOLDER = Path(__file__).parent / "migrations"


@cache
def read(name: str) -> Any:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def danger() -> list[Listed]:
    """As they are on a site that has begun with them: of a kind each, and taken apart where they were of several."""
    more = read("danger_words_3.toml")
    before = [*read("danger_words.toml")["list"], *read("danger_words_2.toml")["list"]]
    apart = {one.get("out_of") for one in more["list"]}
    left = [
        one | {"kind": more["kind"].get(one["name"], "")}
        for one in before
        if one["name"] not in apart
    ]
    return [
        Listed(**{name: one[name] for name in Listed._fields if name in one})
        for one in [*left, *more["list"], *read("danger_words_4.toml")["list"]]
    ]
