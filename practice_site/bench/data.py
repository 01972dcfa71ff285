"""Databases of the demo practice, of the sizes asked for. The practice's own database is never opened."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from practice_site.bench.children import BASE_DIR, our_python, python_environment, run


@dataclass(frozen=True)
class Size:
    articles: int
    therapists: int

    def __str__(self) -> str:
        return f"{self.articles:,} articles, {self.therapists:,} therapists"


@dataclass(frozen=True)
class Site:
    """The product on one database."""

    size: Size
    folder: Path
    addresses: Mapping[str, str]
    cookie: str

    def environment(self, **more: str) -> dict[str, str]:
        return environment(self.folder, **more)


def environment(folder: Path, **more: str) -> dict[str, str]:
    return python_environment(
        DJANGO_SETTINGS_MODULE="practice_site.settings", STATE_DIR=str(folder), **more
    )


def sizes(articles: list[int], therapists: list[int]) -> list[Size]:
    """The first two numbers together, and each of the others with the first of the other kind."""
    return [
        *(Size(number, therapists[0]) for number in articles),
        *(Size(articles[0], number) for number in therapists[1:]),
    ]


def site(size: Size, state: Path, say: Callable[[str], object]) -> Site:
    """Made, or brought up to date where an earlier run has left it."""
    folder = state / f"{size.articles}-articles-{size.therapists}-therapists"
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log"
    with_these = environment(folder)
    say(f"{size}: the database")
    manage = our_python("manage.py")
    run([*manage, "prepare"], with_these, BASE_DIR, log)
    number = ["--articles", str(size.articles), "--therapists", str(size.therapists)]
    run([*manage, "demo", "--with-logins", *number], with_these, BASE_DIR, log, say)
    found = json.loads(
        run(our_python("-m", "practice_site.bench.addresses"), with_these, BASE_DIR, log)
    )
    return Site(size, folder, **found)
