"""Rows by the hundred: written in batches, and always the same ones."""

from itertools import count, islice
from random import Random

BATCH = 200


def new_rows(model, build, missing):
    """Batches of ``(row, rng)``, ``missing`` rows in all, none saved.

    ``build(number, rng)`` makes a row; the generator's seed is its number, so that a second database
    gets the same rows. Web addresses that are taken already are passed over.
    """
    taken = set(model.objects.values_list("slug", flat=True))
    # Reproducible on purpose.
    numbered = ((n, Random(f"{model.__name__} {n}")) for n in count(1))  # noqa: S311
    rows = ((build(number, rng), rng) for number, rng in numbered)
    fresh = islice(((row, rng) for row, rng in rows if row.slug not in taken), missing)
    while batch := list(islice(fresh, BATCH)):
        yield batch


def link(model, field, pairs):
    """Many-to-many rows for ``(row, other)`` pairs, in one write."""
    through = getattr(model, field).through
    of_row, of_other = (f.attname for f in through._meta.fields if f.is_relation)
    through.objects.bulk_create(
        [through(**{of_row: row.pk, of_other: other.pk}) for row, other in pairs]
    )


def some(rng, rows, least, most):
    """Between ``least`` and ``most`` of the rows, or all if there are fewer."""
    return rng.sample(rows, min(rng.randint(least, most), len(rows)))
