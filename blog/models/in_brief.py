from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from writing.references import without_mentions
from writing.text import plain_text

# Silent reading of English prose (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
WORDS_PER_MINUTE = 238
# Goes up when ``noted`` finds something else in the same text; then ``remake_texts`` notes all anew.
RECIPE = 1


class InBrief(models.Model):
    """What lists and heads say of a text, noted when it is saved: a list of texts need not read them."""

    summary = models.CharField(
        _("summary"),
        max_length=240,
        blank=True,
        help_text=_(
            "One sentence for lists and search engines. Empty: the first sentences of the text."
        ),
    )
    beginning = models.CharField(max_length=200, blank=True, editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)
    recipe = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None:
            self.note_text()
        super().save(*args, update_fields=update_fields, **kwargs)

    def note_text(self):
        self.beginning, self.word_count = noted(self.body, len(self.reference_rows))
        self.recipe = RECIPE

    @property
    def blurb(self):
        """One or two sentences for lists: the summary, or how the text begins."""
        return self.summary or self.beginning

    @property
    def reading_minutes(self):
        return minutes(self.word_count)


def minutes(words):
    # Half a minute counts as a whole one, as in `length.js`: ``round`` goes to the even number.
    return max(1, int(words / WORDS_PER_MINUTE + 0.5))


def noted(body, references):
    """``(beginning, word_count)`` of a text that has so many references."""
    text = plain_text(body)
    # Only as much of it as can show, with room for the mentions of references that go out of it.
    start = without_mentions(text[:2000], references)
    return Truncator(start).chars(200, truncate=" …"), len(text.split())
