"""The table of moves, drawn for ``docs/inquiry-states.md``: ``python -m tests.intake.transitions.diagram``."""

import os
from collections import defaultdict
from pathlib import Path

import django
from django.apps import apps

if not apps.ready:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()

from intake.room.rules import Action
from intake.transitions.says import SAYS
from intake.transitions.table import ENDED, EVERYWHERE, MOVES, OPEN, State

DOCS = Path(__file__).parents[3] / "docs" / "inquiry-states.md"
BEGIN, END = "<!-- drawn by tests.intake.transitions.diagram -->\n", "<!-- to here -->\n"
COLUMNS = ("what happens", "who", "from", "seals", "mail", "while put aside", "while worried")


def drawn():
    return "\n".join([diagram(), moves(), says()])


def diagram():
    lines = ["```mermaid", "stateDiagram-v2", "  [*] --> new: received"]
    lines += ["  state open {", *(f"    {name_of(status)}" for status in OPEN), "  }"]
    reasons = [status for status in ENDED if status != State.CLOSED]
    lines += ["  state over {", *(f"    {name_of(reason)}" for reason in reasons), "  }"]
    lines += [f"  {start} --> {to}: {', '.join(names)}" for (start, to), names in arrows().items()]
    return "\n".join([*lines, "```", ""])


def arrows():
    """``{(from, to): names of moves}``, without what stays where it is."""
    found = defaultdict(list)
    for name, move in MOVES.items():
        for to in dict.fromkeys(to for targets in move.leads.values() for to in targets):
            starts = {start for start, targets in move.leads.items() if to in targets} - {to}
            for start in grouped(starts, to):
                found[start, name_of(to)].append(name)
    return found


def grouped(starts, to):
    """All that are open, or over, as one."""
    names = []
    for name, group in (("open", OPEN), ("over", ENDED)):
        if {*group} - {to} <= starts:
            names.append(name)
            starts = starts - {*group}
    # What older versions closed without a reason goes the way of the other ends.
    return names + [
        name_of(status) for status in EVERYWHERE if status in starts and status != State.CLOSED
    ]


def name_of(status):
    return status.value.replace("-", "_")


def moves():
    rows = [
        (
            f"`{name}`",
            who(move),
            statuses(move.leads),
            move.seals.value if move.seals else "",
            move.sends,
            move.put_aside.value,
            move.worried,
        )
        for name, move in MOVES.items()
    ]
    return table(COLUMNS, rows)


def who(move):
    if isinstance(move.who, Action):
        return f"the practice ({move.who.name.lower().replace('_', ' ')})"
    return move.who.value


def statuses(leads):
    named = {frozenset(EVERYWHERE): "anywhere", frozenset(OPEN): "open"}
    return named.get(frozenset(leads), ", ".join(status.value for status in leads))


def says():
    rows = [(status.value, " / ".join(titles)) for status, titles in SAYS.items()]
    return table(("status", "what the person’s page says"), rows)


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def in_docs():
    """(before, what is drawn there, after)."""
    before, _begin, rest = DOCS.read_text(encoding="utf-8").partition(BEGIN)
    there, _end, after = rest.partition(END)
    return before, there, after


if __name__ == "__main__":
    before, _there, after = in_docs()
    DOCS.write_text(f"{before}{BEGIN}{drawn()}{END}{after}", encoding="utf-8")
