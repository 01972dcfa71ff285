"""The form side of rich text: the field that cleans it, and the widget that is the editor."""

import json

from django import forms
from django.core.exceptions import ValidationError
from django.forms import Script
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

from pictures.fields import LIBRARY_MESSAGES
from writing.line_ends import Textarea
from writing.reading.html import read_html
from writing.rendering import FIGURE, pictures_of
from writing.sanitizer import sanitize

# Sixty thousand words with their formatting; what is longer would not open on a phone.
MOST_CHARACTERS = 500_000
TOO_LONG = _(
    "This text is too long for one page: it may have {most} characters with its formatting, and "
    "has {count}. Divide it into two."
)
# Named here and loaded by address, so that the addresses may carry a hash of the content.
MODULES = {
    "library": "django_prose_editor/editor.js",
    "schema": "js/editor/schema.js",
    "tables": "js/editor/tables.js",
    "table_tools": "js/editor/table-tools.js",
    "toolbar": "js/editor/toolbar.js",
    "paste": "js/editor/paste.js",
    "links": "js/editor/links.js",
    "keys": "js/editor/keys.js",
    "pictures": "js/editor/pictures.js",
    "picture_library": "js/picture-library.js",
}
MESSAGES = LIBRARY_MESSAGES | {
    "caption": _("Caption, if it needs one"),
    "table_caption": _("What this table shows"),
    "gone": _("This picture is not in the library any more. It is not shown on the site."),
    "pasting": _("Tidying what you pasted …"),
    "pasted_plain": _(
        "What you pasted is here as plain paragraphs: it could not be tidied just now."
    ),
    "pasted_not": _(
        "This could not be tidied just now, and it has comments, changes or hidden words in it. "
        "Nothing was pasted: try again in a moment."
    ),
    "picture_files": _("Pictures come from the picture library: use the Picture button."),
    "no_pictures": _("Only pictures can be dropped here: JPEG, PNG, WebP, AVIF or GIF."),
    "odd_address": _(
        "Choose one of what was found, or write an address like https://example.org, /fees/ or "
        "name@example.org."
    ),
    "links_found": _("{count} found"),
    "no_link_found": _("Nothing of this name is on the site."),
}


class RichTextWidget(Textarea):
    """The editor. Without JavaScript it is a text area with the HTML in it, and says so.

    ``addresses`` are those of ``EditorAdmin``; without them there is no picture library, and
    pasted text becomes plain paragraphs.
    """

    template_name = "widgets/rich_text.html"

    class Media:
        css = {"all": ["css/desk/dialog.css", "css/desk/editor.css", "css/desk/tables.css"]}
        js = [Script("js/editor/editor.js", type="module")]

    def __init__(self, attrs=None, addresses=None):
        super().__init__({"rows": 20, "class": "vLargeTextField", **(attrs or {})})
        self.addresses = addresses or {}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        config = {
            "addresses": self.addresses,
            "modules": {key: static(path) for key, path in MODULES.items()},
            "messages": {key: str(message) for key, message in MESSAGES.items()},
        }
        context["config"] = json.dumps(config, ensure_ascii=False)
        context["has_library"] = bool(self.addresses)
        return context

    def use_required_attribute(self, initial):
        # Browsers cannot point at a text area the editor has taken the place of.
        return False


class RichTextFormField(forms.CharField):
    widget = RichTextWidget

    def to_python(self, value):
        value = self.short_enough(super().to_python(value))
        # Rows of a table that were shorter than others are longer now.
        return self.short_enough(sanitize(value))

    def short_enough(self, value):
        if len(value) > MOST_CHARACTERS:
            message = str(TOO_LONG).format(most=MOST_CHARACTERS, count=len(value))
            raise ValidationError(message, code="too_long")
        return value

    def as_lines(self, html):
        """What a person would read, a line for each block: for comparing two texts."""
        return [line for block in read_html(html or "") for line in lines_of_block(block)]

    def has_gone(self, html):
        """Whether the text shows a picture that is not in the library any more."""
        clean = sanitize(html or "")
        return len(pictures_of(clean)) < len({match[1] for match in FIGURE.finditer(clean)})

    def has_changed(self, initial, data):
        # The editor writes the same text a little differently; that is no change.
        return super().has_changed(sanitize(initial or ""), sanitize(data or ""))


def lines_of_block(block):
    text = said_with_links(block)
    match block.kind:
        case "heading":
            yield _("Heading: %(words)s") % {"words": text}
        case "picture":
            yield _("[Picture %(number)s] %(words)s") % {"number": block.image, "words": text}
        case "table":
            yield from [_("Table: %(words)s") % {"words": text}] if text else []
            # A row for a line: what changed in a cell shows beside the cell that says whose it is.
            for row in filter(has_words, block.rows):
                yield " | ".join(said_with_links(cell).replace("\n", " / ") for cell in row)
        case "divider":
            yield "⁂"
        case _ if text:
            yield text
    for item in block.items:
        for number, inner in enumerate(line for part in item for line in lines_of_block(part)):
            yield f"• {inner}" if number == 0 else inner
    for inner in block.blocks:
        yield from lines_of_block(inner)


def has_words(row):
    return any(cell.runs for cell in row)


def said_with_links(block):
    return "".join(f"{run.text} (→ {run.href})" if run.href else run.text for run in block.runs)
