"""Bars as inline SVG, with the same numbers as a table behind them. No script, no style attribute."""

from django import template

register = template.Library()

ROW, TEXT, BAR, WIDTH = 28, 220, 420, 720
COLUMN, ABOVE, BELOW = 150, 20, 24


@register.inclusion_tag("admin/intake/numbers/bars.html")
def bars(
    name: str, title: str, rows: list[tuple[str, int]], first: str, second: str
) -> dict[str, object]:
    """``rows``: (label, number); ``first`` and ``second`` head the table's columns."""
    rows = list(rows)
    most = max([number for _label, number in rows] or [0]) or 1
    return {
        "name": name,
        "title": title,
        "first": first,
        "second": second,
        "rows": rows,
        "width": WIDTH,
        "height": ROW * len(rows) or 1,
        "bars": [
            {
                "label": label,
                "number": number,
                "x": TEXT,
                "y": index * ROW + 4,
                "middle": index * ROW + 19,
                "width": round(BAR * number / most) or (1 if number else 0),
                "end": TEXT + round(BAR * number / most) + 8,
                "before": TEXT - 10,
            }
            for index, (label, number) in enumerate(rows)
        ],
    }


@register.inclusion_tag("admin/intake/numbers/columns.html")
def columns(
    name: str, title: str, rows: list[tuple[str, int]], first: str, second: str, named: int = 4
) -> dict[str, object]:
    """Like ``bars``, side by side, for a stretch of time; every ``named``-th has its label below."""
    rows = list(rows)
    most = max([number for _label, number in rows] or [0]) or 1
    step = WIDTH / (len(rows) or 1)
    return {
        "name": name,
        "title": title,
        "first": first,
        "second": second,
        "rows": rows,
        "width": WIDTH,
        "height": ABOVE + COLUMN + BELOW,
        "ground": ABOVE + COLUMN,
        "bars": [
            {
                "label": label,
                "number": number,
                "is_named": index % named == 0,
                "x": round(index * step + 2),
                "middle": round(index * step + step / 2),
                "width": round(step - 4),
                "height": max(round(COLUMN * number / most), 1),
                "y": ABOVE + COLUMN - max(round(COLUMN * number / most), 1),
                "above": ABOVE + COLUMN - round(COLUMN * number / most) - 6,
            }
            for index, (label, number) in enumerate(rows)
        ],
    }
