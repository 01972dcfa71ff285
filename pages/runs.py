"""Runs of characters as a page shows them: spaces, line breaks and neighbors with the same marks."""

import re
from itertools import groupby


def trimmed(runs):
    """Runs without spaces at the ends, around line breaks and twice in a row, as browsers show them."""
    kept = []
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


def is_seen(text):
    return bool(text.strip().strip("\u200b\u2060\ufeff\xad"))


def joined(runs):
    kept = []
    for _marks, same in groupby(runs, key=lambda run: run[1:]):
        first, *more = same
        kept.append(first._replace(text="".join(run.text for run in [first, *more])))
    return kept
