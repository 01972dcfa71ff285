"""The first step of "start from a whole text": the text, by one of its ways in."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from blog.docx.upload import read_docx
from blog.start.changed_text import as_typed, digest, with_changes
from writing.blocks import blocks_to_html
from writing.forms import MOST_CHARACTERS
from writing.line_ends import Textarea
from writing.pasting.left_out import as_stored, checked, from_stored
from writing.pasting.markdown import is_markdown
from writing.pasting.pasted import (
    blocks_from_html,
    blocks_from_markdown,
    blocks_from_text,
    is_without_structure,
)
from writing.reading.places import Places

# What the clipboard holds has its formatting around every word.
MOST_HTML = 4 * MOST_CHARACTERS
TOO_LONG = _(
    "This text is longer than %(most)d characters. Take a part of it, and the rest as a second article."
)
MARKDOWN, PLAIN = "markdown", "plain"


class WholeTextForm(forms.Form):
    """``cleaned_data["blocks"]`` is the text, from one of three ways in; ``"left_out"`` counts what
    of it could not come along, by kind; ``"reading"`` says whether signs were read as Markdown."""

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
    # What the clipboard held besides plain text; start.js fills it in, and says when the text was changed.
    html = forms.CharField(
        required=False, max_length=MOST_HTML, strip=False, widget=forms.HiddenInput
    )
    # What could not come along from a Word file, which is not kept: the second step says it again.
    file_left_out = forms.CharField(required=False, max_length=100_000, widget=forms.HiddenInput)
    touched = forms.CharField(required=False, max_length=1, widget=forms.HiddenInput)
    # Where the text is shown again: the digest of what was shown, and the file that it came from.
    shown = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)
    file_name = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)
    # What somebody said of signs that look like Markdown; else they are looked at.
    reading = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    document = forms.FileField(
        label=_("or a Word document"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def clean_document(self):
        document = self.cleaned_data["document"]
        return read_docx(document) if document else None

    def clean_file_left_out(self):
        try:
            return checked(json.loads(self.cleaned_data["file_left_out"] or "{}"))
        except ValueError:
            return {}

    def clean_reading(self):
        # The button that asks for the other way comes beside the field that keeps it.
        wanted = self.data.get("read_as") or self.cleaned_data["reading"]
        return wanted if wanted in (MARKDOWN, PLAIN) else ""

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        data["pictures"] = []
        if data["document"]:
            # From here on the text is all there is: the file is not kept anywhere.
            data["html"], data["pictures"] = data["document"].html, data["document"].pictures
            data["file_left_out"] = as_stored(data["document"].counts)
            data["file_name"] = self.files["document"].name[-300:]
            data["text"] = data["touched"] = data["shown"] = ""
        elif not data["html"]:
            data["file_left_out"], data["file_name"] = {}, ""
        if len(data["html"]) > MOST_HTML:
            raise ValidationError(TOO_LONG, params={"most": MOST_CHARACTERS})
        self.read(data)
        if len(blocks_to_html(data["blocks"])) > MOST_CHARACTERS:
            raise ValidationError(TOO_LONG, params={"most": MOST_CHARACTERS})
        if not any(block.text for block in data["blocks"]):
            raise ValidationError(_("There is no text yet. Paste it, or choose a Word document."))
        return data

    def as_changed(self, data, blocks):
        """The text as somebody changed it in the field, with its formatting wherever they did not."""
        if not data["text"].strip():
            return blocks
        if not data["touched"] and data["shown"] in ("", digest(data["text"])):
            return blocks
        left_out = Places()
        typed = blocks_from_text(data["text"], left_out)
        changed = with_changes(blocks, typed)
        if changed is None:
            data["left_out"], data["file_left_out"] = left_out, {}
            return typed
        return changed

    def to_show_again(self):
        """What the first page begins with when somebody comes back to it."""
        data = self.cleaned_data
        text = data["text"] if data["text"].strip() else as_typed(data["blocks"])
        return {
            **{name: data[name] for name in ("html", "touched", "file_name")},
            "text": text,
            "shown": data["shown"] or digest(text),
            "file_left_out": json.dumps(data["file_left_out"]),
        }

    def read(self, data):
        data["left_out"] = from_stored(data["file_left_out"])
        blocks = []
        if data["html"]:
            blocks = blocks_from_html(data["html"], data["left_out"], with_files=True)
            blocks = self.as_changed(data, blocks)
        has_signs = is_markdown(data["text"]) and is_without_structure(blocks)
        data["reading"] = (data["reading"] or MARKDOWN) if has_signs else ""
        if data["reading"] == MARKDOWN:
            data["left_out"] = from_stored(data["file_left_out"])
            blocks = blocks_from_markdown(data["text"], data["left_out"])
        elif not data["html"]:
            blocks = blocks_from_text(data["text"], data["left_out"])
        data["blocks"] = blocks
