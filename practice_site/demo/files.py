"""Reads the demo practice's files. Facts are TOML; articles and pages are HTML under a TOML head."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
IMAGES = HERE / "images"
CONTENT = HERE / "content"

FIGURE = re.compile(r'<figure data-picture="([^"]+)">')


def facts(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def people() -> list[dict[str, Any]]:
    """The therapists, in the order of the team page."""
    files = (CONTENT / "people").glob("*.toml")
    return sorted(
        (tomllib.loads(file.read_text(encoding="utf-8")) for file in files),
        key=lambda one: one["order"],
    )


def texts(folder: str) -> list[dict[str, Any]]:
    """The articles or pages: the facts of the head, and the text under ``body``."""
    return [read_text(file) for file in sorted((CONTENT / folder).glob("*.html"))]


def read_text(file: Path) -> dict[str, Any]:
    _before, head, body = file.read_text(encoding="utf-8").split("+++\n", 2)
    return {**tomllib.loads(head), "body": body}


def with_pictures(body: str, ids: Mapping[str, int]) -> str:
    """Figures of the files name a picture's file; rich text names its number in the library."""
    return FIGURE.sub(lambda figure: f'<figure data-image="{ids[figure[1]]}">', body)
