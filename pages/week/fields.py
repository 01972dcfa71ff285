from django import forms
from django.core.exceptions import ValidationError

from pages.models import OpeningHours
from pages.week import refusals
from pages.week.widgets import WeekWidget


class WeekField(forms.Field):
    """The hours of a week. Its value is what ``replace_rows`` takes: rows of weekday, opens and closes."""

    widget = WeekWidget

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
            raise ValidationError(refusals.MISSING, code="missing")
        rows, errors = [], []
        for day, typed in zip(OpeningHours.Weekday, value, strict=True):
            try:
                rows += [
                    {"weekday": day.value, "opens": opens, "closes": closes}
                    for opens, closes in refusals.spans_of(day, typed)
                ]
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return rows

    def has_changed(self, initial, data):
        try:
            stored = [{k: row[k] for k in ("weekday", "opens", "closes")} for row in initial or []]
            return self.clean(data) != stored
        except ValidationError:
            return True
