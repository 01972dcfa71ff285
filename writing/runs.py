"""Runs of characters as a page shows them: spaces, line breaks and neighbors with the same marks."""

import re
from collections.abc import Iterable
from itertools import groupby

from writing.blocks import Block, Run


def trimmed(runs: Iterable[Run]) -> list[Run]:
    """Runs without spaces at the ends, around line breaks and twice in a row, as browsers show them."""
    kept: list[Run] = []
    for run in runs:
        text = re.sub(r" *\n *", "\n", re.sub(r" +", " ", run.text))
        before = kept[-1].text if kept else "\n"
        if before.endswith((" ", "\n")):
            text = text.lstrip(" \n" if not kept else " ")
        if text.startswith("\n") and before.endswith(" "):
            kept[-1] = kept[-1]._replace(text=before.rstrip(" "))
            if not kept[-1].text:
                kept.pop()
        if text:
            kept.append(run._replace(text=text))
    while kept:
        text = kept[-1].text.rstrip(" \n")
        if text:
            kept[-1] = kept[-1]._replace(text=text)
            break
        kept.pop()
    return joined(kept) if any(is_seen(run.text) for run in kept) else []


def is_seen(text: str) -> bool:
    return bool(text.strip().strip("\u200b\u2060\ufeff\xad"))


def joined(runs: Iterable[Run]) -> list[Run]:
    kept: list[Run] = []
    for _marks, same in groupby(runs, key=lambda run: run[1:]):
        first, *more = same
        kept.append(first._replace(text="".join(run.text for run in [first, *more])))
    return kept


def text_of(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def lines_of(block: Block) -> list[list[Run]]:
    return split_runs(block.runs, r"\n")


def joined_lines(lines: list[list[Run]]) -> list[Run]:
    """Lines of runs in one row again."""
    return trimmed([run for line in lines for run in [*line, line[-1]._replace(text="\n")]])


def split_runs(runs: list[Run], pattern: str) -> list[list[Run]]:
    """Runs cut wherever the pattern matches in their joined text, and the match left out."""
    text = text_of(runs)
    cuts = [*(match.span() for match in re.finditer(pattern, text)), (len(text), len(text))]
    parts: list[list[Run]] = []
    part: list[Run] = []
    position = 0
    for run in runs:
        end = position + len(run.text)
        # Forward only: a cut is left behind once the run in hand reaches beyond it.
        while len(parts) < len(cuts) and cuts[len(parts)][0] < end:
            first, after = cuts[len(parts)]
            part.append(run._replace(text=text[position:first]))
            parts.append(part)
            part, position = [], after
        if position < end:
            part.append(run._replace(text=text[position:end]))
            position = end
    pieces = [[run for run in piece if run.text] for piece in [*parts, part]]
    return [kept for piece in pieces if (kept := trimmed(piece))]


def slice_runs(runs: list[Run], start: int, end: int) -> list[Run]:
    kept, position = [], 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            kept.append(run._replace(text=text))
    return kept
