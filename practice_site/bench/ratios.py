"""Ratios within a round, and their median: a machine's own speed drifts more than what is compared."""

from collections.abc import Sequence
from statistics import median

from practice_site.bench.rounds import Results

Rounds = Sequence[float]


def ratio(numbers: Rounds | None, others: Rounds | None) -> float | None:
    if not numbers or not others:
        return None
    return median(a / b for a, b in zip(numbers, others, strict=True) if b)


def spread(numbers: Rounds) -> float:
    """Half of what lies between the least and the most, as a share of the median."""
    return (max(numbers) - min(numbers)) / 2 / median(numbers)


def served(results: Results, target: str, page: str) -> Rounds | None:
    """Milliseconds of a processor for each request, round for round."""
    return row_of(results, "served", target, page).get("cpu")


def inside(results: Results, maker: str, page: str) -> Rounds | None:
    return row_of(results, "inside", maker, page).get("quartile")


def row_of(results: Results, part: str, target: str, page: str) -> Results:
    return results.get(part, {}).get(target, {}).get(page, {})


def product_of(size: str) -> str:
    """As the product on a database of this size is called among those measured in process."""
    return f"product, {size}"


def wagtail_of(articles: int) -> str:
    return f"Wagtail, {articles:,} articles"
