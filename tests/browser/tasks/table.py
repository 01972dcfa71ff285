"""The table of docs/desk.md, drawn from what was measured."""

import json
from pathlib import Path

from tests.browser.tasks.product import TASKS

MEASURED = Path("docs/desk/tasks.json")


def kept():
    return json.loads(MEASURED.read_text(encoding="utf-8"))


def drawn(measured):
    names = list(measured["products"])
    heads = ["task", *(f"{name}: presses" for name in names), *(f"{name}: s" for name in names)]
    heads += [f"{name}: px" for name in names]
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)]]
    for task, words in TASKS.items():
        rows = [measured["tasks"][task][name] for name in names]
        lines.append(
            [
                words,
                *(cell(row, lambda row: f"**{row['presses']}**") for row in rows),
                *(cell(row, lambda row: f"{row['seconds']:.1f}") for row in rows),
                *(cell(row, lambda row: f"{row['scrolled']:,} of {row['tall']:,}") for row in rows),
            ]
        )
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(row, said):
    return said(row) if row else "cannot"
