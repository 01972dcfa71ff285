"""Fields for states of the country, and for the hours of a week."""

from itertools import pairwise

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.models import OpeningHours
from pages.states import STATES
from staff.desk_fields import ClockInput, SomeOfMany


class StatesField(forms.MultipleChoiceField):
    """States by postal code, as chips; the value is a list in alphabetical order of names."""

    def __init__(self, **kwargs):
        super().__init__(choices=STATES, widget=SomeOfMany, required=False, **kwargs)


class StateField(forms.ChoiceField):
    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(choices=[("", "–"), *STATES], **kwargs)


# As many as a day may have; what it has is always drawn, and a second one for a break at noon.
MOST_SPANS, USUAL_SPANS = 6, 2


class WeekWidget(forms.Widget):
    """Seven rows: from and to, once more after a break, or nobody. The value is, for each day, what was typed:
    ``{"spans": [(from, to), …], "is_nobody": bool}``."""

    template_name = "widgets/week.html"
    use_fieldset = True

    def id_for_label(self, id_):
        return f"{id_}-0-0-opens"

    def value_omitted_from_data(self, data, files, name):
        return f"{name}-0-0-opens" not in data

    def value_from_datadict(self, data, files, name):
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

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        id_ = context["widget"]["attrs"].get("id", f"id_{name}")
        context["days"] = [
            self.day_context(name, id_, day, typed)
            for day, typed in zip(OpeningHours.Weekday, value, strict=True)
        ]
        return context

    def day_context(self, name, id_, day, typed):
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

    def span(self, name, id_, day, number, typed):
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


def strip_end(spans):
    spans = list(spans)
    while spans and not any(spans[-1]):
        spans.pop()
    return spans


class WeekField(forms.Field):
    """The hours of a week. Its value is what ``replace_rows`` takes: rows of weekday, opens and closes."""

    widget = WeekWidget
    default_error_messages = {
        "half": _("%(day)s: write both, from when and to when."),
        "time": _("%(day)s: write a time like 9:00."),
        "order": _("%(day)s: the closing time must come after the opening time."),
        "overlap": _("%(day)s: these hours overlap."),
        "both": _("%(day)s: hours are written, and Nobody is ticked. Keep one of the two."),
        "missing": _("This part of the form did not arrive. Load the page again."),
    }

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value):
        if value and "spans" in value[0]:
            return value  # as it was typed
        days = [[] for _day in OpeningHours.Weekday.values]
        for row in value or []:
            days[row["weekday"]].append((row["opens"], row["closes"]))
        return [{"spans": spans, "is_nobody": not spans} for spans in days]

    def clean(self, value):
        if value is None:
            raise ValidationError(self.error_messages["missing"], code="missing")
        rows, errors = [], []
        for day, typed in zip(OpeningHours.Weekday, value, strict=True):
            try:
                rows += self.clean_day(day, typed)
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return rows

    def clean_day(self, day, typed):
        def refuse(code):
            return ValidationError(self.error_messages[code], code=code, params={"day": day.label})

        clock = forms.TimeField()
        spans = []
        for span in typed["spans"]:
            if not any(span):
                continue
            if not all(span):
                raise refuse("half")
            try:
                spans.append(tuple(clock.clean(time) for time in span))
            except ValidationError as error:
                raise refuse("time") from error
        if typed["is_nobody"] and spans:
            raise refuse("both")
        spans.sort()
        if any(closes <= opens for opens, closes in spans):
            raise refuse("order")
        if any(after[0] < before[1] for before, after in pairwise(spans)):
            raise refuse("overlap")
        return [{"weekday": day.value, "opens": opens, "closes": closes} for opens, closes in spans]

    def has_changed(self, initial, data):
        try:
            stored = [{k: row[k] for k in ("weekday", "opens", "closes")} for row in initial or []]
            return self.clean(data) != stored
        except ValidationError:
            return True
