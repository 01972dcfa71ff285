"""The figure in docs/performance.md: what a page costs, a mark for each target, on a logarithmic scale."""

import math
from collections.abc import Callable, Iterator
from html import escape
from statistics import median

from practice_site.bench.rounds import Results

WIDTH, LEFT, RIGHT, TOP, ROW = 860, 150, 44, 74, 34
# Daylight and lamp, as in static/css/tokens.css; ours are filled, the others are rings.
STYLE = """
  svg { font: 14px Georgia, "Noto Serif", serif; --paper: #fbf8f1; --ink: #1b201d; --soft: #525951; --hair: #dcd5c4;
    --c0: #1f4b3a; --c1: #80550c; --c2: #525951; --c3: #1b201d; --c4: #98291a; --c5: #b8742f; }
  @media (prefers-color-scheme: dark) { svg { --paper: #141a17; --ink: #ece6d8; --soft: #b3b7a8; --hair: #333c36;
    --c0: #a6cfb2; --c1: #e8c47c; --c2: #b3b7a8; --c3: #ece6d8; --c4: #f4ab99; --c5: #d9a066; } }
  .paper { fill: var(--paper); } text { fill: var(--ink); } .soft { fill: var(--soft); }
  line { stroke: var(--hair); } circle { stroke-width: 2.5; }
"""
Place = Callable[[float], float]
COLORS = 6
OURS = 2


def svg(results: Results) -> str:
    rows = results["served"]
    pages = [
        page for page in results["about"]["pages"] if any(page in row for row in rows.values())
    ]
    figures = [median(row["cpu"]) for target in rows.values() for row in target.values()]
    first, last = math.floor(math.log10(min(figures))), math.ceil(math.log10(max(figures)))
    height = TOP + ROW * len(pages) + 44

    def place(value: float) -> float:
        share = (math.log10(value) - first) / max(last - first, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    body = [
        *legend(list(rows)),
        *scale([10.0**power for power in range(first, last + 1)], place, height),
        *marks(pages, rows, place),
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{escape(title(results))}</title>",
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{height}" rx="6"/>',
            *body,
            "</svg>\n",
        ]
    )


def title(results: Results) -> str:
    return f"Processor time for each request, in milliseconds, {results['about']['sizes'][0]}"


def mark(x: float, y: float, number: int) -> str:
    color = f"var(--c{number % COLORS})"
    fill = color if number < OURS else "none"
    return f'<circle cx="{x}" cy="{y}" r="6" style="fill: {fill}; stroke: {color}"/>'


def legend(names: list[str]) -> Iterator[str]:
    step = (WIDTH - 40) / max(len(names), 1)
    for number, name in enumerate(names):
        x = round(28 + number * step, 1)
        yield mark(x, 28, number)
        yield f'<text x="{x + 13}" y="33">{escape(name)}</text>'


def scale(ticks: list[float], place: Place, height: int) -> Iterator[str]:
    for value in ticks:
        x = place(value)
        yield f'<line x1="{x}" x2="{x}" y1="{TOP - 18}" y2="{height - 34}"/>'
        yield f'<text class="soft" x="{x}" y="{height - 14}" text-anchor="middle">{value:g} ms</text>'


def marks(pages: list[str], rows: Results, place: Place) -> Iterator[str]:
    for row, page in enumerate(pages):
        y = TOP + row * ROW
        yield f'<text x="{LEFT - 16}" y="{y + 5}" text-anchor="end">{escape(page)}</text>'
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>'
        # Ours last, so that nobody else's ring covers them.
        for number, found in reversed(list(enumerate(rows.values()))):
            if page in found:
                yield mark(place(median(found[page]["cpu"])), y, number)
