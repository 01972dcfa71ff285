"""Runs of characters as a page shows them: spaces, line breaks and neighbors with the same marks."""

import re
from collections.abc import Iterable
from itertools import groupby

from writing.blocks import Block, Run

SPACES, AROUND_BREAK = re.compile(r" {2,}"), re.compile(r" *\n *")


def with_text(run: Run, text: str) -> Run:
    return run if text == run.text else Run(text, *run[1:])


def trimmed(runs: Iterable[Run]) -> list[Run]:
    """Runs without spaces at the ends, around line breaks and twice in a row, as browsers show them."""
    kept: list[Run] = []
    for run in runs:
        text = SPACES.sub(" ", run.text) if "  " in run.text else run.text
        if "\n" in text:
            text = AROUND_BREAK.sub("\n", text)
        before = kept[-1].text if kept else "\n"
        if before.endswith((" ", "\n")):
            text = text.lstrip(" \n" if not kept else " ")
        if text.startswith("\n") and before.endswith(" "):
            kept[-1] = with_text(kept[-1], before.rstrip(" "))
            if not kept[-1].text:
                kept.pop()
        if text:
            kept.append(with_text(run, text))
    while kept:
        text = kept[-1].text.rstrip(" \n")
        if text:
            kept[-1] = with_text(kept[-1], text)
            break
        kept.pop()
    return joined(kept) if any(is_seen(run.text) for run in kept) else []


def is_seen(text: str) -> bool:
    return bool(text.strip().strip("\u200b\u2060\ufeff\xad"))


def joined(runs: Iterable[Run]) -> list[Run]:
    kept: list[Run] = []
    for _marks, same in groupby(runs, key=lambda run: run[1:]):
        first, *more = same
        kept.append(with_text(first, text_of([first, *more])) if more else first)
    return kept


def text_of(runs: Iterable[Run]) -> str:
    return "".join([run.text for run in runs])


def lines_of(block: Block) -> list[list[Run]]:
    return split_runs(block.runs, r"\n")


def joined_lines(lines: list[list[Run]]) -> list[Run]:
    """Lines of runs in one row again."""
    return trimmed([run for line in lines for run in [*line, line[-1]._replace(text="\n")]])


def split_runs(runs: list[Run], pattern: str) -> list[list[Run]]:
    """Runs cut wherever the pattern matches in their joined text, and the match left out."""
    text = text_of(runs)
    cuts = [match.span() for match in re.finditer(pattern, text)]
    if not cuts:
        return [kept] if (kept := trimmed(run for run in runs if run.text)) else []
    cuts.append((len(text), len(text)))
    parts: list[list[Run]] = []
    part: list[Run] = []
    position = 0
    for run in runs:
        end = position + len(run.text)
        # Forward only: a cut is left behind once the run in hand reaches beyond it.
        while len(parts) < len(cuts) and cuts[len(parts)][0] < end:
            first, after = cuts[len(parts)]
            part.append(with_text(run, text[position:first]))
            parts.append(part)
            part, position = [], after
        if position < end:
            part.append(with_text(run, text[position:end]))
            position = end
    pieces = [[run for run in piece if run.text] for piece in [*parts, part]]
    return [kept for piece in pieces if (kept := trimmed(piece))]


def slice_runs(runs: list[Run], start: int, end: int) -> list[Run]:
    kept, position = [], 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            kept.append(with_text(run, text))
    return kept
