"""What a row of a text can be, in the words a person chooses from."""

from django.utils.translation import gettext_lazy as _

TITLE = "title"
AUTHORS = "authors"
OPENING = "opening"
SUMMARY = "summary"
HEADING = "heading"
LIST = "list"
QUOTE = "quote"
CTA = "cta"
REFERENCE = "reference"
POSTED_BY = "posted_by"
DATE = "date"
TEXT = "text"
OUT = "out"

LABELS = {
    TITLE: _("Title"),
    AUTHORS: _("Byline"),
    OPENING: _("Opening lines"),
    TEXT: _("Text"),
    HEADING: _("Heading"),
    LIST: _("List"),
    QUOTE: _("Quotation"),
    CTA: _("Invitation"),
    REFERENCE: _("Reference"),
    POSTED_BY: _("Posted by"),
    SUMMARY: _("Summary for lists"),
    DATE: _("Date it goes out"),
    OUT: _("Leave out"),
}
CHOICES = list(LABELS.items())
# Of what is no words, or words that belong where they are, like a picture or a table.
AS_IT_IS = [(TEXT, _("As it is")), (OUT, _("Leave out"))]
# Of a picture that a file brought.
PICTURE, DECORATION = "picture", "decoration"
PICTURES = [
    (PICTURE, _("Picture, described here")),
    (DECORATION, _("Only decoration")),
    (OUT, _("Leave out")),
]
# What stays in the text.
BODY = {HEADING, LIST, QUOTE, TEXT}
