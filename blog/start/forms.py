"""The second step of "start from a whole text": what each row of it is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from blog.start.dates import date_in
from blog.start.limits import too_much
from blog.start.pictures import LONGEST_DESCRIPTION, Picture
from blog.start.roles import AS_IT_IS, CHOICES, DATE, OUT, PICTURE, PICTURES
from blog.start.row import Row
from blog.start.whole_text import made_of, proposed_rows

# Nobody looks through more of them; the others stay as they are proposed.
MOST_ROWS, FIRST_ROWS, LAST_ROWS = 500, 200, 100


class RowsForm(forms.Form):
    """What each row of the text is: preset as proposed. ``proposal`` is what the rows make, ``pictures``
    those that are to be taken in."""

    def __init__(self, *args, blocks, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = proposed_rows(blocks)
        self.pictures = []
        self.asked = {name_of(number): row for number, row in asked_about(self.rows)}
        for name, row in self.asked.items():
            choices = AS_IT_IS if row.is_fixed else CHOICES
            if row.of.file is not None:
                choices = PICTURES
                row.role = PICTURE if row.said else OUT
                self.fields[described(name)] = forms.CharField(
                    label=_("What matters in the picture, in a sentence"),
                    initial=row.said,
                    max_length=LONGEST_DESCRIPTION,
                    required=False,
                )
            self.fields[name] = forms.ChoiceField(choices=choices, initial=row.role, required=False)

    def shown_rows(self):
        """``(row, its field, that of its description)`` for the page, None where there is none."""
        for number, row in enumerate(self.rows):
            name = name_of(number)
            fields = [self[one] if one in self.fields else None for one in (name, described(name))]
            yield row, *fields

    @property
    def proposal(self):
        return made_of(self.rows)

    def clean(self):
        data = super().clean()
        for name, row in self.asked.items():
            row.role = data.get(name) or row.role
            if row.of.file is not None:
                self.clean_picture(name, row, data.get(described(name), ""))
        for message in too_much(self.proposal):
            self.add_error(None, message)
        days = [row for row in self.rows if row.role == DATE]
        if len(days) > 1 or any(date_in(row.text) is None for row in days):
            self.add_error(None, _("A date is one row, and nothing but a day: March 3, 2025."))
        return data

    def clean_picture(self, name, row, words):
        if row.role == OUT and words and words != row.said:
            row.role = PICTURE  # nobody describes what is to be left out
        if row.role == PICTURE and not words:
            message = _("Describe the picture in a sentence, or choose “only decoration”.")
            self.add_error(described(name), message)
        elif row.role != OUT:
            self.pictures.append(Picture(row.of, words if row.role == PICTURE else ""))

    def left_out_pictures(self):
        return [
            row.of for row in self.asked.values() if row.of.file is not None and row.role == OUT
        ]


def described(name: str) -> str:
    return f"{name}-description"


def name_of(number: int) -> str:
    return f"row-{number}"


def asked_about(rows: list[Row]):
    """``(number, row)`` of the rows that somebody is asked about: all, unless there are too many."""
    asked = [(n, row) for n, row in enumerate(rows) if row.is_asked]
    if len(asked) <= MOST_ROWS:
        return asked
    first, last = asked[:FIRST_ROWS], asked[-LAST_ROWS:]
    between = [pair for pair in asked[FIRST_ROWS:-LAST_ROWS] if pair[1].role != "text"]
    return [*first, *between[: MOST_ROWS - FIRST_ROWS - LAST_ROWS], *last]
