"""Rows by the hundred: written in batches, and always the same ones."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from random import Random
from typing import TypeVar

from django.db.models import Model

BATCH = 200

One = TypeVar("One")


def new_rows(
    model: type[Model], build: Callable[[int, Random], One], missing: int
) -> Iterator[list[tuple[One, Random]]]:
    """Batches of ``(row, rng)``, ``missing`` rows in all, none saved.

    ``build(number, rng)`` makes a row; the generator's seed is its number, so that a second database
    gets the same rows. Web addresses that are taken already are passed over.
    """
    taken = set(model.objects.values_list("slug", flat=True))  # type: ignore[attr-defined]
    # Reproducible on purpose.
    numbered = ((n, Random(f"{model.__name__} {n}")) for n in count(1))  # noqa: S311
    rows = ((build(number, rng), rng) for number, rng in numbered)
    fresh = islice(((row, rng) for row, rng in rows if row.slug not in taken), missing)  # type: ignore[attr-defined]
    while batch := list(islice(fresh, BATCH)):
        yield batch


def link(model: type[Model], field: str, pairs: Iterable[tuple[Model, Model]]) -> None:
    """Many-to-many rows for ``(row, other)`` pairs, in one write."""
    through = getattr(model, field).through
    of_row, of_other = (f.attname for f in through._meta.fields if f.is_relation)
    through.objects.bulk_create(
        [through(**{of_row: row.pk, of_other: other.pk}) for row, other in pairs]
    )


def some(rng: Random, rows: Sequence[One], least: int, most: int) -> list[One]:
    """Between ``least`` and ``most`` of the rows, or all if there are fewer."""
    return rng.sample(rows, min(rng.randint(least, most), len(rows)))
