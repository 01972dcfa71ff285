"""How the hours of a week are drawn and read back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pages.models import OpeningHours
from staff.desk_fields import ClockInput

# As many as a day may have; what it has is always drawn, and a second one for a break at noon.
MOST_SPANS, USUAL_SPANS = 6, 2


class WeekWidget(forms.Widget):
    """Seven rows: from and to, once more after a break, or nobody. The value is, for each day, what was typed:
    ``{"spans": [(from, to), …], "is_nobody": bool}``."""

    template_name = "widgets/week.html"
    use_fieldset = True

    def id_for_label(self, id_: str) -> str:
        return f"{id_}-0-0-opens"

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-0-0-opens" not in data

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        if self.value_omitted_from_data(data, files, name):
            return None
        return [
            {
                "spans": [
                    (str(data.get(f"{start}-opens", "")), str(data.get(f"{start}-closes", "")))
                    for start in (f"{name}-{day}-{number}" for number in range(MOST_SPANS))
                ],
                "is_nobody": bool(data.get(f"{name}-{day}-nobody")),
            }
            for day in OpeningHours.Weekday.values
        ]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        id_ = context["widget"]["attrs"].get("id", f"id_{name}")
        context["days"] = [
            self.day_context(name, id_, day, typed)
            for day, typed in zip(OpeningHours.Weekday, value, strict=True)
        ]
        return context

    def day_context(self, name: str, id_: str, day: Any, typed: Any) -> dict[str, Any]:
        spans = [*typed["spans"], *[("", "")] * USUAL_SPANS]
        drawn = max(USUAL_SPANS, len([*strip_end(typed["spans"])]))
        return {
            "label": day.label,
            "name": f"{name}-{day.value}",
            "id": f"{id_}-{day.value}",
            "is_nobody": typed["is_nobody"],
            "spans": [self.span(name, id_, day, n, spans[n]) for n in range(drawn)],
            "has_break": any(any(span) for span in typed["spans"][1:]),
        }

    def span(self, name: str, id_: str, day: Any, number: int, typed: Any) -> dict[str, str]:
        where = f"{day.value}-{number}"
        words = {
            "opens": _("%(day)s, from") if not number else _("%(day)s, again from"),
            "closes": _("%(day)s, to") if not number else _("%(day)s, again to"),
        }
        return {
            part: ClockInput().render(
                f"{name}-{where}-{part}",
                time,
                {"id": f"{id_}-{where}-{part}", "aria-label": words[part] % {"day": day.label}},
            )
            for part, time in zip(words, typed, strict=True)
        }


def strip_end(spans: Any) -> list[Any]:
    spans = list(spans)
    while spans and not any(spans[-1]):
        spans.pop()
    return spans
