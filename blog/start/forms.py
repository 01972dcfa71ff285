"""The second step of "start from a whole text": what each row of it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blog.start.dates import date_in
from blog.start.limits import too_much
from blog.start.roles import AS_IT_IS, CHOICES, DATE
from blog.start.row import Row
from blog.start.whole_text import made_of, proposed_rows

# Nobody looks through more of them; the others stay as they are proposed.
MOST_ROWS, FIRST_ROWS, LAST_ROWS = 500, 200, 100


class RowsForm(forms.Form):
    """What each row of the text is: preset as proposed. ``proposal`` is what the rows make."""

    def __init__(self, *args, blocks, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = proposed_rows(blocks)
        self.asked = {name_of(number): row for number, row in asked_about(self.rows)}
        for name, row in self.asked.items():
            self.fields[name] = forms.ChoiceField(
                choices=AS_IT_IS if row.is_fixed else CHOICES, initial=row.role, required=False
            )

    def shown_rows(self):
        """``(row, its field, or None)`` for the page."""
        for number, row in enumerate(self.rows):
            name = name_of(number)
            yield row, self[name] if name in self.asked else None

    @property
    def proposal(self):
        return made_of(self.rows)

    def clean(self):
        data = super().clean()
        for name, row in self.asked.items():
            row.role = data.get(name) or row.role
        proposal = self.proposal
        for message in too_much(proposal):
            self.add_error(None, message)
        days = [row for row in self.rows if row.role == DATE]
        if len(days) > 1 or any(date_in(row.text) is None for row in days):
            self.add_error(None, _("A date is one row, and nothing but a day: March 3, 2025."))
        return data


def name_of(number: int) -> str:
    return f"row-{number}"


def asked_about(rows: list[Row]):
    """``(number, row)`` of the rows that somebody is asked about: all, unless there are too many."""
    asked = [(n, row) for n, row in enumerate(rows) if row.text or row.is_fixed]
    if len(asked) <= MOST_ROWS:
        return asked
    first, last = asked[:FIRST_ROWS], asked[-LAST_ROWS:]
    between = [pair for pair in asked[FIRST_ROWS:-LAST_ROWS] if pair[1].role != "text"]
    return [*first, *between[: MOST_ROWS - FIRST_ROWS - LAST_ROWS], *last]
