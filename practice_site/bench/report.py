"""The results as tables, the same in a terminal and in docs/performance.md."""

import json
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

from practice_site.bench.goals import goals
from practice_site.bench.heavy import TIMES
from practice_site.bench.ratios import Rounds, product_of, ratio, spread
from practice_site.bench.rounds import Results

NONE = "–"


def as_json(results: Results) -> str:
    return json.dumps(results, indent=1, ensure_ascii=False) + "\n"


def text(results: Results) -> str:
    return "\n\n".join(f"### {heading}\n\n{table}" for heading, table in tables(results) if table)


def tables(results: Results) -> Iterator[tuple[str, str]]:
    about = results["about"]
    yield f"The run of {about['at']}", run_of(about)
    if "served" in results:
        yield "Served: processor time for each request", served(results)
        yield "Served: a kept page to the others, medians of ratios within a round", ratios(results)
        yield "Served: requests a second, and the median and slowest of a hundred", times(results)
        yield "Bytes of head and body on the way", sizes(results)
    if "inside" in results:
        yield (
            "In process: processor time and statements of pages that are not kept",
            inside(results),
        )
        yield "In process: growth", growth(results)
    if "tails" in results:
        yield (
            "An article while others are slow, heavy or many: median and slowest of a hundred",
            tails(results),
        )
    if "memory" in results:
        yield "Memory", memory(results)
    if "heavy" in results:
        yield f"Memory of all processes, and after {TIMES} feeds and sitemaps", heavy(results)
    if "starts" in results:
        yield "A start until the first page, processor time of all processes", starts(results)
    yield "What we hold ourselves to", held(results)


def run_of(about: Results) -> str:
    versions = f"Python {about['python']}, Django {about['django']}, granian {about['granian']}"
    rounds = "1 round" if about["rounds"] == 1 else f"{about['rounds']} rounds"
    return f"{versions}; {about['processors']} processors; {rounds}; {'; '.join(about['sizes'])}."


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    marks = ["---", *["---:"] * (len(head) - 1)]
    lines = [head, marks, *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def by_page(part: Results, cell: Any, head: str = "page") -> str:
    """A column for each of ``part``, a row for each page that one of them has."""
    pages = list(dict.fromkeys(page for rows in part.values() for page in rows))
    return table(
        [head, *part],
        (
            [page, *(cell(rows[page]) if page in rows else NONE for rows in part.values())]
            for page in pages
        ),
    )


def ms(numbers: Rounds) -> str:
    share = f" ±{spread(numbers):.0%}" if len(numbers) > 1 else ""
    return f"{number(median(numbers))} ms{share}"


def number(value: float) -> str:
    """Three digits that count, or all of a larger one."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 1 else f"{value:.2g}"


def served(results: Results) -> str:
    return by_page(results["served"], lambda row: ms(row["cpu"]))


def ratios(results: Results) -> str:
    first, *others = results["served"].items()
    name, rows = first
    compared = {
        f"/ {other}": {
            page: ratio(row["cpu"], theirs[page]["cpu"])
            for page, row in rows.items()
            if page in theirs
        }
        for other, theirs in others
    }
    return by_page(compared, number, f"{name} page")


def times(results: Results) -> str:
    def cell(row: Results) -> str:
        p50, p99 = median(row["p50"]), median(row["p99"])
        failed = f", {sum(row['failed'])} failed" if any(row["failed"]) else ""
        return f"{number(median(row['rate']))} · {number(p50)} / {number(p99)} ms{failed}"

    return by_page(results["served"], cell)


def sizes(results: Results) -> str:
    return by_page(results["served"], lambda row: f"{row['head']:,} + {row['bytes']:,}")


def inside(results: Results) -> str:
    return by_page(
        results["inside"],
        lambda row: (
            f"{number(median(row['quartile']))} ms ({number(median(row['least']))}), {row['statements']}"
        ),
    )


def growth(results: Results) -> str:
    first, *larger = map(product_of, results["about"]["sizes"])
    rows = results["inside"][first]
    grown = {
        maker.partition(", ")[2]: {
            page: ratio(row["quartile"], rows[page]["quartile"])
            for page, row in results["inside"][maker].items()
        }
        for maker in larger
    }
    return by_page(grown, lambda value: f"{value:.2f} ×") if grown else ""


def tails(results: Results) -> str:
    def cell(row: Results) -> str:
        failed = f", {sum(row['failed'])} failed" if any(row["failed"]) else ""
        return f"{number(median(row['p50']))} / {number(median(row['p99']))} ms{failed}"

    return by_page(results["tails"], cell, "situation")


def memory(results: Results) -> str:
    return by_page(results["memory"], lambda value: f"{value:.0f} MiB", "processes, when")


def heavy(results: Results) -> str:
    head = f"when, at {results['about']['articles'][-1]:,} articles"
    return by_page(results["heavy"], lambda value: f"{value:.0f} MiB", head)


def starts(results: Results) -> str:
    rows = ([name, f"{median(seconds):.2f} s"] for name, seconds in results["starts"].items())
    return table(["target", "processor time"], rows)


def held(results: Results) -> str:
    rows = (
        [
            goal.words,
            number(goal.figure),
            f"≤ {number(goal.most)}",
            "yes" if goal.is_met else "**no**",
        ]
        for goal in goals(results)
    )
    return table(["what", "figure", "goal", "met"], rows)
