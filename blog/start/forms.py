"""The two steps of "start from a whole text": hand it in, then say of each row what it is."""

import json
from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from blog.docx.upload import html_of_docx
from blog.start.dates import date_in
from blog.start.people import LONGEST_NAME, LONGEST_TITLE
from blog.start.references import LONGEST_REFERENCE, MOST_REFERENCES
from blog.start.roles import AS_IT_IS, CHOICES, DATE
from blog.start.rows import Row
from blog.start.whole_text import Proposal, made_of, proposed_rows
from writing.blocks import blocks_to_html
from writing.forms import MOST_CHARACTERS
from writing.line_ends import Textarea
from writing.pasting.left_out import checked
from writing.pasting.pasted import blocks_from_html, blocks_from_text

# What the clipboard holds has its formatting around every word.
MOST_HTML = 4 * MOST_CHARACTERS
# Nobody looks through more of them; the others stay as they are proposed.
MOST_ROWS, FIRST_ROWS, LAST_ROWS = 500, 200, 100
TOO_LONG = _(
    "This text is longer than %(most)d characters. Take a part of it, and the rest as a second article."
)


class WholeTextForm(forms.Form):
    """``cleaned_data["blocks"]`` is the text, from one of three ways in; ``"left_out"`` counts what
    of it could not come along, by kind."""

    text = forms.CharField(
        label=_("The whole text"),
        required=False,
        max_length=MOST_CHARACTERS,
        strip=False,
        widget=Textarea(attrs={"rows": 18, "class": "vLargeTextField", "spellcheck": "true"}),
        help_text=_(
            "Paste everything as you received it: title, author, text, and whatever stands at the end."
        ),
    )
    # What the clipboard held besides plain text; start.js fills it in and empties it again when the
    # text is changed by hand.
    html = forms.CharField(
        required=False, max_length=MOST_HTML, strip=False, widget=forms.HiddenInput
    )
    # What could not come along from a Word file, which is not kept: the second step says it again.
    file_left_out = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)
    document = forms.FileField(
        label=_("or a Word document"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def clean_document(self):
        document = self.cleaned_data["document"]
        return html_of_docx(document) if document else None

    def clean_file_left_out(self):
        try:
            return checked(json.loads(self.cleaned_data["file_left_out"] or "{}"))
        except ValueError:
            return {}

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if data["document"]:
            # From here on the text is all there is: the file is not kept anywhere.
            data["html"], data["file_left_out"] = data["document"]
            data["text"] = ""
        elif not data["html"]:
            data["file_left_out"] = {}
        data["left_out"] = Counter(data["file_left_out"])
        if len(data["html"]) > MOST_HTML:
            raise ValidationError(TOO_LONG, params={"most": MOST_CHARACTERS})
        if data["html"]:
            data["blocks"] = blocks_from_html(data["html"], data["left_out"])
        else:
            data["blocks"] = blocks_from_text(data["text"], data["left_out"])
        if len(blocks_to_html(data["blocks"])) > MOST_CHARACTERS:
            raise ValidationError(TOO_LONG, params={"most": MOST_CHARACTERS})
        if not any(block.text for block in data["blocks"]):
            raise ValidationError(_("There is no text yet. Paste it, or choose a Word document."))
        return data


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


def too_much(proposal: Proposal):
    """A sentence for each part that is longer than an article can take."""
    longest = {
        _("title"): (proposal.title, 200),
        _("opening lines"): (proposal.opening_lines, 600),
        _("heading of the invitation"): (proposal.cta_heading, 120),
        _("invitation"): (proposal.cta_text, 500),
        _("name under “Posted by”"): (proposal.posted_by, 120),
    }
    for part, (text, most) in longest.items():
        if len(text) > most:
            yield _(
                "The %(part)s can have %(most)d characters, and these rows have %(count)d. Say of one "
                "of them that it is text."
            ) % {"part": part, "most": most, "count": len(text)}
    if any(len(a.name) > LONGEST_NAME or len(a.title) > LONGEST_TITLE for a in proposal.authors):
        yield _("A byline is too long for a name and a title. Say of that row that it is text.")
    if len(proposal.references) > MOST_REFERENCES:
        yield _("An article can have %(most)d references.") % {"most": MOST_REFERENCES}
    if any(len(reference["text"]) > LONGEST_REFERENCE for reference in proposal.references):
        yield _("A reference can have %(most)d characters. Say of that row that it is text.") % {
            "most": LONGEST_REFERENCE
        }
