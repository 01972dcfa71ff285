"""Controls of the desk's forms: a day, a time of day, and both."""

from datetime import date, time
from typing import Any

from django import forms
from django.forms.widgets import DateTimeBaseInput
from django.utils.translation import gettext_lazy as _

# Days that a practice can mean. At the ends of the calendar, time zones and steps of a day overflow.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class NativeInput(DateTimeBaseInput):
    """The browser's own control. It shows nothing but what it can read, so whatever else somebody typed stands
    in a plain line, where it can be mended."""

    kind = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        if widget["value"] and not self.is_readable(widget["value"]):
            widget["type"] = "text"
        return context

    def is_readable(self, text: str) -> bool:
        raise NotImplementedError


class DayInput(NativeInput):
    input_type = "date"
    template_name = "django/forms/widgets/date.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        # Within these the browser takes no year of five digits.
        ends = {"min": f"{FIRST_YEAR}-01-01", "max": f"{LAST_YEAR}-12-31"}
        super().__init__({**ends, **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        return value.isoformat()[:10] if isinstance(value, date) else value

    def is_readable(self, text: str) -> bool:
        return len(text) == 10 and reads(date.fromisoformat, text)


class ClockInput(NativeInput):
    input_type = "time"
    template_name = "django/forms/widgets/time.html"

    def format_value(self, value: Any) -> str | None:
        if not isinstance(value, time):
            return value
        return value.isoformat("seconds" if value.second else "minutes")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        if widget["type"] == "time" and str(widget["value"] or "").count(":") > 1:
            # Without this the browser takes the seconds for a slip.
            widget["attrs"]["step"] = 1
        return context

    def is_readable(self, text: str) -> bool:
        return text.count(":") in (1, 2) and text[2:3] == ":" and reads(time.fromisoformat, text)


def reads(reader: Any, text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


class DayAndClock(forms.SplitDateTimeWidget):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        day = DayInput({**(attrs or {}), "aria-label": _("Day")})
        clock = ClockInput({**(attrs or {}), "aria-label": _("Time")})
        forms.MultiWidget.__init__(self, [day, clock])

    template_name = "widgets/day_and_clock.html"
