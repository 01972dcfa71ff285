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
    third, fifth = read("danger_words_3.toml"), read("danger_words_5.toml")
    added = [one for n in (4, 6, 7, 9) for one in read(f"danger_words_{n}.toml")["list"]]
    apart = {one.get("out_of") for one in third["list"]}
    narrower = {one["name"]: one["phrases"] for one in fifth["narrower"]}
    left = [
        one
        | {"kind": third["kind"].get(one["name"], "")}
        | {"phrases": narrower.get(one["name"], one["phrases"])}
        for one in [*read("danger_words.toml")["list"], *read("danger_words_2.toml")["list"]]
        if one["name"] not in apart
    ]
    return [
        narrowed(one["name"], Listed(**{name: one[name] for name in Listed._fields if name in one}))
        for one in [*left, *third["list"], *added, *fifth["list"]]
    ]


def narrowed(name: str, one: Listed) -> Listed:
    for narrower in read("danger_words_8.toml")["narrower"]:
        if narrower["name"] == name:
            becomes = {narrower["line"]: narrower["becomes"]}
            lines = [becomes.get(line.rstrip(), line) for line in one.phrases.splitlines()]
            one = one._replace(phrases="\n".join([*lines, ""]))
    return one
