"""docs/performance.md: what stands between its marks, and its figure, is written from the figures of a run."""

import json
from pathlib import Path

from practice_site.bench import figure, report
from practice_site.bench.children import BASE_DIR, BenchError
from practice_site.bench.rounds import Results

DOCUMENT = BASE_DIR / "docs" / "performance.md"
FIGURE = BASE_DIR / "docs" / "performance" / "figure.svg"
BEGIN, END = "<!-- figures: by manage.py bench --draw -->\n", "<!-- end of figures -->\n"


def draw(path: Path) -> None:
    results = read(path)
    text = filled(DOCUMENT.read_text(encoding="utf-8"), results)
    FIGURE.write_text(figure.svg(results), encoding="utf-8")
    DOCUMENT.write_text(text, encoding="utf-8")


def read(path: Path) -> Results:
    try:
        results = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BenchError(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError:
        results = None
    if not isinstance(results, dict) or not {"about", "served"} <= set(results):
        raise BenchError(f"{path} does not hold the figures of a whole run.")
    return results


def filled(text: str, results: Results) -> str:
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    return f"{before}{begin}\n{report.text(results)}\n\n{end}{after}"
