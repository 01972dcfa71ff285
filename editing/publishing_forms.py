"""What the admin forms of content with a public address have in common."""

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from editing.addresses import (
    TAKEN_BY_THE_SITE,
    free_slug,
    is_behind_another,
    is_slug_taken,
    slug_stem,
)
from editing.forms import VersionedForm


class AddressForm(forms.ModelForm):
    """Content with a web address of its own, unique in its language.

    An empty one is made from the title. ``language`` is not in the form, so the model's constraint
    is not asked by it; this form asks instead.
    """

    address_source = "title"
    # What the site keeps for itself, in lower case.
    reserved: frozenset[str] = frozenset()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self):
        cleaned = super().clean()
        if "slug" in self.fields and "slug" not in self.errors:
            cleaned["slug"] = self.address(
                cleaned.get("slug") or "", cleaned.get(self.address_source) or ""
            )
            slug = cleaned["slug"]
            if slug.lower() in self.reserved or (slug and is_behind_another(self.instance, slug)):
                self.add_error("slug", TAKEN_BY_THE_SITE)
            elif is_slug_taken(self.instance, slug):
                self.add_error("slug", _("This web address is already in use. Choose another one."))
        return cleaned

    def address(self, typed, source):
        """The web address: made where it was left empty or only follows the title, else as chosen.

        One that is made is nobody's choice and may get a number."""
        stored = self.instance.slug
        if self.is_sent_again():
            return stored
        is_left_empty = not typed
        if not (is_left_empty or self.follows_title(typed, source)):
            return typed
        if stored and typed in ("", stored) and self.is_made_from(source, stored):
            return stored
        return free_slug(self.instance, source, self.reserved)

    def follows_title(self, typed, source):
        """Whether nobody chose this address: it is what the title gives, or gave until now and
        nobody can have saved it yet."""
        if typed in (slugify(source), slug_stem(self.instance, source)):
            return True
        before = getattr(self.instance, self.address_source, "")
        is_untouched = not self.instance._state.adding and typed == self.instance.slug
        return (
            bool(source)
            and is_untouched
            and not self.instance.had_public_address
            and self.is_made_from(before, typed)
        )

    def is_made_from(self, text, slug):
        """Whether ``free_slug`` could have made it of this text, with a number or without."""
        stem, _hyphen, number = slug.rpartition("-")
        own = slug_stem(self.instance, text)
        return slug in (own, slugify(text)) or (stem == own and number.isdecimal())

    def is_sent_again(self):
        """The same form a second time, from before its address followed."""
        return False


class PublishingForm(AddressForm, VersionedForm):
    """Asks for what visitors need when something goes out, and while it is out; a draft may be
    saved with less. ``saving.prepare`` says which."""

    def clean(self):
        cleaned = super().clean()
        is_approved = self.instance.state == self.instance.State.APPROVED
        if is_approved and "publish_at" in self.fields and not cleaned.get("publish_at"):
            if "publish_at" not in self.errors:
                message = _("This is approved, so it needs a time. Withdraw takes it off the site.")
                self.add_error("publish_at", message)
        return cleaned

    def is_sent_again(self):
        is_older = self.instance.pk and self.base_version != self.instance.latest_version
        return bool(is_older and self.conflict is None)

    def _post_clean(self):
        super()._post_clean()
        if self.is_going_out or self.is_handed_in:
            try:
                self.check_ready()
                if self.is_going_out and self.check_publication and not self.errors:
                    self.check_publication(self)
            except ValidationError as error:
                self.add_errors(error)

    def check_ready(self):
        """Rows that are fields of the form are not stored yet: forms with rows check those here."""
        self.instance.check_ready()

    def add_errors(self, error):
        error_dict = getattr(error, "error_dict", {NON_FIELD_ERRORS: error})
        for field, errors in error_dict.items():
            if field not in self.errors:
                known = field != NON_FIELD_ERRORS and field in self.fields
                self.add_error(field if known else None, errors)
