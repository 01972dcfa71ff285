"""Raised and lowered characters, written in line so that no figure changes: ``10³``, ``H₂O``, and
``[12]`` for the number of a note, which is how references are written here."""

import re
from collections import Counter
from itertools import groupby

from writing.blocks import Run

RAISED = str.maketrans(
    "0123456789+-−–=()niabcdefghjklmoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
LOWERED = str.maketrans("0123456789+-−–=()aeohijklmnprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₒₕᵢⱼₖₗₘₙₚᵣₛₜᵤᵥₓ")
TABLES = {"up": RAISED, "down": LOWERED}
NOTE_NUMBERS = re.compile(r"\d{1,3}(?:\s*[,;–—-]\s*\d{1,3})*")
ENDS_OF_NUMBERS = {
    "st",
    "nd",
    "rd",
    "th",
    "er",
    "re",
    "e",
    "ère",
    "ème",
    "me",
    "o",
    "a",
    "os",
    "as",
}
SIGNS = {"tm": "™", "sm": "℠"}
FRACTION = ("/", "⁄")
# Units that are no words, and units that need a number in front to be one.
UNIT = r"(?:[mcdkµ]m|ft|yd|mil?|km|nm)"
UNIT_AFTER_NUMBER = re.compile(
    r"(?:\d|[/·⋅×*]|\bper)\s*(?:in|mi|ha|px|pt|kg|min|sec|cal)$", re.IGNORECASE
)
LOOK_BACK = 200


def level_by(tag: str, style: dict[str, str]) -> str:
    """ "up" or "down" if this element raises or lowers its words."""
    if tag in ("sup", "sub"):
        return "up" if tag == "sup" else "down"
    if not style:
        return ""
    value = style.get("mso-text-raise") or style.get("vertical-align", "")
    if value in ("super", "sub"):
        return "up" if value == "super" else "down"
    number = re.match(r"([+-]?)(\d*\.?\d+)(?:pt|px|em|ex|%)", value)
    if not number or not float(number[2]):
        return ""
    return "down" if number[1] == "-" else "up"


def in_line(runs: list[Run], left_out: Counter[str]) -> list[Run]:
    """The runs of a block without raised or lowered ones. What there is no way to write is counted."""
    if not any(run.level for run in runs):
        return runs
    kept, before = [], ""
    groups = [(level, list(group)) for level, group in groupby(runs, lambda run: run.level)]
    for number, (level, group) in enumerate(groups):
        text = "".join(run.text for run in group)
        if level and text.strip():
            following = groups[number + 1][1] if number + 1 < len(groups) else []
            after = "".join(run.text for run in following)[:1]
            written = write(text.strip(), level, before, after)
            if written is None:
                left_out["raised"] += 1
                written = spelled(text.strip(), level, before)
            text = text.replace(text.strip(), written, 1)
            group = [group[0]._replace(text=text)]
        kept += [run._replace(level="") for run in group]
        before = (before + text)[-LOOK_BACK:]
    return kept


def write(text: str, level: str, before: str, after: str) -> str | None:
    """The same in line, in characters that say as much; None where there are none."""
    low, table = text.lower(), TABLES[level]
    if level == "up":
        if low in SIGNS:
            return SIGNS[low]
        if not re.search(r"\w", text) or re.fullmatch(r"\[.*\]", text):
            return text
        if low in ENDS_OF_NUMBERS and before[-1:].isdigit():
            return text
        is_number = NOTE_NUMBERS.fullmatch(text)
        if is_number and not (text.isdecimal() and is_power(text, before, after)):
            return re.sub(r"\s*([,;–—-])\s*", joint, re.sub(r"\d+", r"[\g<0>]", text))
        if re.fullmatch(r"[a-z]", text) and re.search(r"[^\W\d_]{2}$|[.,;:!?”\"]$", before):
            return f"[{text}]"
    is_writable = all(ord(character) in table for character in text)
    is_word = text.isalpha() and len(text) > 1
    return text.translate(table) if is_writable and not is_word else None


def joint(match: re.Match) -> str:
    """Between the numbers of two notes: nothing, or the line of a range."""
    return "" if match[1] in ",;" else "–"


def is_power(text: str, before: str, after: str) -> bool:
    """Whether a raised number belongs to the figure or unit in front of it, and is no note."""
    if not before or before[-1].isspace() or after in FRACTION:
        return after in FRACTION
    last = before[-1]
    if last == ")":
        inside = re.search(r"\(([^()]*)\)$", before)
        return inside is not None and not re.search(r"[^\W\d_]{3}", inside[1])
    word = re.search(r"[^\W\d_]+$", before)
    if not word:
        return last.isdigit()
    is_unit = re.fullmatch(UNIT, word[0]) or UNIT_AFTER_NUMBER.search(before)
    return len(word[0]) == 1 or (text in ("2", "3") and bool(is_unit))


def spelled(text: str, level: str, before: str) -> str:
    """A figure keeps apart from what it stands above; words stay words."""
    if any(character.isdigit() for character in text) or (
        level == "down" and before[-1:].isalnum()
    ):
        sign = "^" if level == "up" else "_"
        return f"{sign}({text})" if re.search(r"\s|[+/*-]", text) else f"{sign}{text}"
    is_glued = before[-1:].isalnum() and text[0].isalnum() and len(text) > 4
    return f" {text}" if is_glued else text
