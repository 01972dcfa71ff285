"""The two steps of "start from a whole text": hand it in, then confirm what was made of it."""

import json
from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from blog.docx.upload import html_of_docx
from blog.start.whole_text import Author, propose
from writing.blocks import blocks_to_html
from writing.forms import MOST_CHARACTERS
from writing.line_ends import Textarea
from writing.pasting.left_out import checked
from writing.pasting.pasted import blocks_from_html, blocks_from_text

# What the clipboard holds has its formatting around every word.
MOST_HTML = 4 * MOST_CHARACTERS
# Nobody looks through more of them; the others stay as they are written.
MOST_HEADINGS = 500
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


class ProposalForm(forms.Form):
    """Each part that was found, with a yes in front of it; a no leaves its words in the text."""

    use_title = forms.BooleanField(label=_("Use this as the title"), required=False)
    title = forms.CharField(label=_("Title"), max_length=200, required=False)
    use_authors = forms.BooleanField(label=_("Use this as the byline"), required=False)
    authors = forms.CharField(
        label=_("By"),
        required=False,
        max_length=600,
        widget=Textarea(attrs={"rows": 2}),
        help_text=_("One author a line: name, comma, the title held today."),
    )
    use_opening_lines = forms.BooleanField(label=_("Set this apart at the top"), required=False)
    opening_lines = forms.CharField(
        label=_("Opening lines"),
        required=False,
        max_length=600,
        widget=Textarea(attrs={"rows": 2}),
    )
    headings = forms.MultipleChoiceField(
        label=_("Headings"), required=False, widget=forms.CheckboxSelectMultiple
    )
    use_cta = forms.BooleanField(label=_("Use this as the closing invitation"), required=False)
    cta_heading = forms.CharField(label=_("Its heading"), required=False, max_length=120)
    cta_text = forms.CharField(
        label=_("Its text"),
        required=False,
        max_length=500,
        widget=Textarea(attrs={"rows": 3}),
    )
    use_posted_by = forms.BooleanField(label=_("Use this as who puts it up"), required=False)
    posted_by = forms.CharField(label=_("Posted by"), required=False, max_length=120)

    PARTS = ["title", "authors", "opening_lines", "cta", "posted_by"]

    def __init__(self, *args, blocks, **kwargs):
        super().__init__(*args, **kwargs)
        self.blocks = blocks
        self.proposal = propose(blocks, refused=self.refused())
        found = set(propose(blocks).parts.values())
        for part in self.PARTS:
            self.fields[f"use_{part}"].initial = part in found
        for name in ["title", "opening_lines", "cta_heading", "cta_text", "posted_by"]:
            self.fields[name].initial = getattr(self.proposal, name)
        self.fields["authors"].initial = "\n".join(map(str, self.proposal.authors))
        self.candidates = [
            (str(number), block.text)
            for number, block in enumerate(blocks)
            if block.is_heading_candidate and id(block) not in self.proposal.parts
        ][:MOST_HEADINGS]
        self.fields["headings"].choices = self.candidates
        self.fields["headings"].initial = [number for number, _text in self.candidates]

    def refused(self):
        if not self.is_bound:
            return frozenset()
        return frozenset(p for p in self.PARTS if not self.data.get(f"use_{p}"))

    def clean_authors(self):
        """``Author`` objects, one a line."""
        authors = [
            Author(*(part.strip() for part in line.partition(",")[::2]))
            for line in self.cleaned_data["authors"].splitlines()
            if line.strip()
        ]
        if not all(author.name for author in authors):
            raise ValidationError(_("Each line starts with a name; the title follows a comma."))
        return authors

    def clean(self):
        """A part that was refused gives nothing, whatever stands in its field."""
        data = super().clean()
        for part in self.refused():
            for name in ["cta_heading", "cta_text"] if part == "cta" else [part]:
                data[name] = type(data.get(name, ""))()
        return data

    def body_blocks(self):
        """What stays in the text, with the confirmed headings as headings."""
        headings = set(self.cleaned_data["headings"])
        for number, block in enumerate(self.blocks):
            if str(number) in headings:
                block.kind, block.level = "heading", 2
        return self.proposal.body
