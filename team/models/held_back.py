"""What somebody has asked the practice not to show of them, for whatever reason: said here once, for every outlet.

Whatever visitors see asks for ``shown_…``; the desk has the fields themselves.
"""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.addresses import free_slug
from editing.models.redirects import Redirect
from search.models import Word
from search.terms import clean, tokens
from team.models.shown import Shown

SWITCHES = ["first_name_only", "is_without_photo", "is_out_of_search", "is_without_place"]


class HoldsBack(Shown):
    """``name``, ``slug``, ``photo``, credentials, times and the note on room come from the profile."""

    first_name_only = models.CharField(
        _("show only this first name"),
        max_length=60,
        blank=True,
        help_text=_(
            "In place of the name, wherever visitors meet it. License numbers and links to registers are left out as "
            "well, for they lead to the last name. A web address with the last name in it is changed at once, and "
            "the old one leads nowhere."
        ),
    )
    is_without_photo = models.BooleanField(_("no photo on the site"), default=False)
    is_out_of_search = models.BooleanField(
        _("not in search engines, nor in the picture of a shared link"),
        default=False,
        help_text=_(
            "What else names them keeps the name: lists of people, articles, groups, pages for a specialty. Our own "
            "search still finds the profile."
        ),
    )
    is_without_place = models.BooleanField(
        _("no place and no hours"),
        default=False,
        help_text=_("Whoever asks to meet is told where and when by us, and nobody else is."),
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if self.translation_of_id:
            for name in SWITCHES:
                setattr(self, name, getattr(self.translation_of, name))
        stored = kwargs.get("update_fields")
        is_said = stored is None or not set(SWITCHES).isdisjoint(stored)
        if is_said and self.first_name_only and self.holds_last_name(self.slug):
            self.slug = free_slug(self, self.first_name_only)
            if stored is not None:
                kwargs["update_fields"] = {*stored, "slug"}
        with transaction.atomic():
            super().save(*args, **kwargs)
            if is_said:
                self.hold_back_everywhere()

    def clean(self):
        super().clean()
        if not self.first_name_only:
            return
        if not self.last_name_words:
            message = _("This is the whole name. Write the first name alone.")
            raise ValidationError({"first_name_only": message})
        row = self.supervises.during("", timezone.localdate(), None).first() if self.pk else None
        if row:
            message = _(
                "This person supervises %(name)s, and has to be named in full beside a trainee. End that first, under Supervisions."
            )
            raise ValidationError({"first_name_only": message % {"name": row.supervisee}})

    def hold_back_everywhere(self):
        """In the profile's translations as well, and where an address or the search still has the name."""
        if self.first_name_only:
            self.forget_last_name()
        for one in self.translations.all():
            if any(getattr(one, name) != getattr(self, name) for name in SWITCHES):
                one.save()

    def forget_last_name(self):
        """An old address that leads on would tell whoever tries one who this is, and so would a word that the
        search offers in place of a slip."""
        for redirect in Redirect.objects.filter(new_path=self.get_absolute_url()):
            if self.holds_last_name(redirect.old_path):
                redirect.delete()
        words = tokens(clean(" ".join(self.last_name_words)))
        Word.objects.filter(word__in={word.folded for word in words}).delete()
