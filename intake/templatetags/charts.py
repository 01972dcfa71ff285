"""Bars as inline SVG, with the same numbers as a table behind them. No script, no style attribute."""

from typing import Any

from django import template

register = template.Library()

ROW, COLUMN, ABOVE, BELOW = 28, 150, 20, 24
# Letters are as large on a phone as on a desk, so everything is drawn for both: how wide, and how much of it is
# for what stands before a bar.
LOOKS = {"desk": (720, 220), "phone": (344, 132)}
FOR_NUMBER, FOR_DAY = 80, 48

Rows = list[tuple[str, int]]


@register.inclusion_tag("admin/intake/numbers/chart.html")
def bars(name: str, title: str, rows: Rows, first: str, second: str) -> dict[str, Any]:
    """``rows``: (label, number); ``first`` and ``second`` head the table's columns."""
    return chart(bars_in, name, title, rows, first, second)


@register.inclusion_tag("admin/intake/numbers/chart.html")
def columns(name: str, title: str, rows: Rows, first: str, second: str) -> dict[str, Any]:
    """Like ``bars``, side by side, for a stretch of time; some have their label below."""
    return chart(columns_in, name, title, rows, first, second)


def chart(
    drawn_in: Any, name: str, title: str, rows: Rows, first: str, second: str
) -> dict[str, Any]:
    rows = list(rows)
    most = max([number for _label, number in rows] or [0]) or 1
    drawings = [
        {"look": look, "width": width, **drawn_in(rows, most, width, text)}
        for look, (width, text) in LOOKS.items()
    ]
    table = {"first": first, "second": second, "rows": rows}
    return {"name": name, "title": title, "drawings": drawings, **table}


def bars_in(rows: Rows, most: int, width: int, text: int) -> dict[str, Any]:
    def long(number: int) -> int:
        return round((width - text - FOR_NUMBER) * number / most)

    return {
        "height": ROW * len(rows) or 1,
        "bars": [
            {
                "label": label,
                "number": number,
                "x": text,
                "y": index * ROW + 4,
                "middle": index * ROW + 19,
                "width": long(number) or (1 if number else 0),
                "height": 20,
                "end": text + long(number) + 8,
                "before": text - 10,
            }
            for index, (label, number) in enumerate(rows)
        ],
    }


def columns_in(rows: Rows, most: int, width: int, text: int) -> dict[str, Any]:
    step = width / (len(rows) or 1)
    # A day needs as much room as a number.
    named = max(round(FOR_NUMBER / step), 1)

    def high(number: int) -> int:
        return round(COLUMN * number / most)

    return {
        "height": ABOVE + COLUMN + BELOW,
        "ground": ABOVE + COLUMN,
        "bars": [
            {
                "label": label,
                "number": number,
                "is_named": index % named == 0 and width - index * step >= FOR_DAY,
                "x": round(index * step + 2),
                "middle": round(index * step + step / 2),
                "width": round(step - 4),
                "height": max(high(number), 1),
                "y": ABOVE + COLUMN - max(high(number), 1),
                "above": ABOVE + COLUMN - high(number) - 6,
            }
            for index, (label, number) in enumerate(rows)
        ],
    }
