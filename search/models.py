from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from search.danger_kinds import DangerKind
from search.terms import terms


class Document(models.Model):
    """The words of one thing that can be found. Whether anybody may see it is not said here (see ``sources``)."""

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField()
    # A question is a part of its page.
    part = models.PositiveSmallIntegerField(default=0)
    anchor = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=300)
    text = models.TextField()
    # As ``search.terms`` makes them: of the title, of what else it is called and about, and of the text.
    title_terms = models.TextField()
    names_terms = models.TextField()
    text_terms = models.TextField()

    class Meta:
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "part"], name="search_document_once"
            )
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id}"


class Change(models.Model):
    """That something was written and is not in the index yet; ``object_id`` is empty for all of a kind. Triggers
    add a row for each (``search.triggers``), so that no write passes the index by: not in bulk, not in SQL by hand."""

    kind = models.CharField(max_length=20)
    object_id = models.BigIntegerField(null=True)

    class Meta:
        default_permissions = []

    def __str__(self):
        return f"{self.kind} {self.object_id or ''}"


class Word(models.Model):
    """A word of some text, for whoever mistypes it; ``is_name`` where it stands in a title or a name."""

    word = models.CharField(max_length=40, unique=True)
    is_name = models.BooleanField(default=False)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.word


LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]


class SameMeaning(models.Model):
    """Words that find each other's things; or, with ``leads_to``, things that say it in other words."""

    words = models.TextField(
        _("words that mean the same"),
        max_length=5000,
        help_text=_(
            "With commas between them: heartbreak, breakup, split up. Whoever searches for one "
            "finds the others too."
        ),
    )
    leads_to = models.CharField(
        _("only lead to"),
        max_length=200,
        blank=True,
        help_text=_(
            "Where the words above are how people say it, and your pages call it otherwise: "
            "grief. Whoever searches for one of the words finds what is here, and not the other way round."
        ),
    )
    language = models.CharField(_("language"), max_length=12, choices=LANGUAGES, default="en")

    class Meta:
        ordering = ["language", "words"]
        verbose_name = _("words that mean the same")
        verbose_name_plural = _("words that mean the same")

    def __str__(self):
        return Truncator(self.words).words(12)

    def clean(self):
        if self.leads_to and not self.targets:
            raise ValidationError({"leads_to": _("Write at least one word.")})
        if len(self.ways) < (1 if self.leads_to else 2):
            raise ValidationError({"words": _("Write at least two, with a comma between them.")})

    @property
    def ways(self) -> list[tuple[str, ...]]:
        """In terms of the index."""
        return ways(self.words)

    @property
    def targets(self) -> list[tuple[str, ...]]:
        return ways(self.leads_to)


def ways(text: str) -> list[tuple[str, ...]]:
    """Of a text with commas, the terms of each piece."""
    return [said for one in text.split(",") if (said := tuple(terms(one)))]


class DangerWords(models.Model):
    """What somebody types who may be in danger, or who fears for somebody; and what only sounds like it."""

    name = models.CharField(_("what it is about"), max_length=80)
    kind = models.CharField(
        _("kind of danger"),
        max_length=10,
        choices=DangerKind,
        blank=True,
        help_text=_(
            "Crisis help for this stands first. Choose none where the words do not say what kind of "
            "danger it is: then help for any crisis does."
        ),
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        choices=LANGUAGES,
        default="en",
        help_text=_("Crisis help in this language stands before that in others."),
    )
    phrases = models.TextField(
        _("words"),
        max_length=20_000,
        help_text=_(
            "One on each line, and a slash between words that may stand for each other: hurt/harm "
            "myself. Up to two other words may come between, and small slips in spelling are understood. "
            "With + between them the words may stand in any order: pills + goodbye."
        ),
    )
    only_sounds_like_it = models.BooleanField(
        _("only sounds like danger"),
        default=False,
        help_text=_(
            "As “killing it at work” does. Then no more than one quiet line points to crisis help."
        ),
    )

    only_says_who = models.BooleanField(
        _("only says who it is about"),
        default=False,
        help_text=_(
            "As “I am 14” or “army veteran” does. That is no danger by itself; where words of danger "
            "stand beside it, crisis help for them is shown as well."
        ),
    )

    class Meta:
        ordering = ["only_sounds_like_it", "language", "name"]
        verbose_name = _("words of danger")
        verbose_name_plural = _("words of danger")

    def __str__(self):
        return self.name

    def clean(self):
        if not any(terms(line) for line in self.phrases.splitlines()):
            raise ValidationError({"phrases": _("Write at least one.")})
        unordered = [line for line in self.phrases.splitlines() if "+" in line]
        if any(not terms(part) for line in unordered for part in line.split("+")):
            raise ValidationError({"phrases": _("Write a word on each side of a +.")})
        if unordered and (self.only_sounds_like_it or self.only_says_who):
            message = _("In this list words stand in their order: write no + here.")
            raise ValidationError({"phrases": message})
        if self.only_sounds_like_it and self.only_says_who:
            raise ValidationError(
                _("Choose one: it only sounds like danger, or it says who it is about.")
            )
