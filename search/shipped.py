"""The lists that a new site begins with; staff go on from there."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "migrations"


@cache
def read(name: str) -> Any:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def danger() -> list[dict[str, Any]]:
    return [*read("danger_words.toml")["list"], *read("danger_words_2.toml")["list"]]
