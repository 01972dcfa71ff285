"""Changing the address of anything public leaves the old one leading to it; and what answers where."""

from collections import defaultdict
from enum import Enum
from urllib.parse import unquote

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.urls import Resolver404, resolve
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from editing.models.redirects import Redirect

TAKEN_BY_THE_SITE = _("The site itself uses this web address. Choose another one.")


class KeepsOldAddresses(models.Model):
    """For content with a ``slug`` and ``get_absolute_url()``. Bulk writes do not come by here."""

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args, **kwargs):
        before = self.__dict__.get("_stored_slug", self.slug)
        is_stored = "slug" in (kwargs.get("update_fields") or ["slug"])
        is_move = is_stored and before != self.slug and not self._state.adding
        super().save(*args, **kwargs)
        if is_move and self.had_public_address:
            Redirect.objects.leave(self.address_with(before), self.get_absolute_url())
        elif self.is_at_its_address:
            Redirect.objects.filter(old_path=self.get_absolute_url()).delete()
        if is_stored:
            self._stored_slug = self.slug

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        if "slug" in field_names:
            row._stored_slug = row.slug
        return row

    def address_with(self, slug):
        now, self.slug = self.slug, slug
        try:
            return self.get_absolute_url()
        finally:
            self.slug = now

    @property
    def had_public_address(self):
        """Whether somebody may have saved its address."""
        return True

    @property
    def is_at_its_address(self):
        """Whether visitors find it there now."""
        return True

    @property
    def is_helpful_after(self):
        """Whether its address helps who still follows it, though it is not there any more."""
        return False


def free_slug(row, text, reserved=frozenset()):
    """``text`` as the last part of the row's web address, with a number behind it if that is somebody
    else's or the site's own; nothing where even numbers do not help."""
    stem = slug_stem(row, text)
    for number in range(1, 1000):
        slug = stem if number == 1 else f"{stem}-{number}"
        is_ours = slug in reserved or is_behind_another(row, slug)
        if not is_ours and not is_slug_taken(row, slug):
            return slug
    return ""


def slug_stem(row, text):
    longest = row._meta.get_field("slug").max_length
    return slugify(text)[: longest - 5].strip("-") or row._meta.model_name


def is_behind_another(row, slug):
    """Whether something else of the site answers where the row would be, as a feed does."""
    match = resolve(row.address_with(slug))
    return match.kwargs.get("slug") != slug


def is_slug_taken(row, slug):
    same = type(row).objects.filter(slug=slug, language=row.language)
    return same.exclude(pk=row.pk).exists()


class Answer(Enum):
    """What visitors find at a path of this site, whatever the table of old addresses holds."""

    PAGE = "page"
    NOTHING = "nothing"
    # Private links, the desk: only the view could tell, and it is not run to ask. Or somebody has left.
    UNSURE = "unsure"


def answer_at(path, rows_of=None):
    """The ``Answer`` at a path without escapes. ``rows_of(model, slug)`` finds rows, here in the database."""
    try:
        match = resolve(path)
    except Resolver404:
        return Answer.NOTHING
    if not (match.args or match.kwargs):
        return Answer.PAGE
    model = getattr(getattr(match.func, "view_class", None), "model", None)
    if not (model and issubclass(model, KeepsOldAddresses) and set(match.kwargs) == {"slug"}):
        return Answer.UNSURE
    rows = (rows_of or rows_in_database)(model, match.kwargs["slug"])
    here = [row for row in rows if row.get_absolute_url() == path]
    if any(row.is_at_its_address for row in here):
        return Answer.PAGE
    return Answer.UNSURE if any(row.is_helpful_after for row in here) else Answer.NOTHING


def rows_in_database(model, slug):
    return model._base_manager.filter(slug=slug)


def page_finder():
    """A function that says whether a page answers visitors at a path of this site, for many paths. It
    knows the content as of now, so it is made anew for each use."""
    pks = defaultdict(list)
    for model in apps.get_models():
        if issubclass(model, KeepsOldAddresses):
            for slug, pk in model._base_manager.values_list("slug", "pk"):
                pks[model, slug].append(pk)

    def rows_of(model, slug):
        return [model._base_manager.get(pk=pk) for pk in pks[model, slug]]

    return lambda path: answer_at(path, rows_of) is Answer.PAGE


def is_dead(path):
    """Whether a visitor who follows a link to this path would meet "not found". Never raises.

    A link is only called dead when that is certain. Whatever cannot be judged here is left alone.
    """
    if path.startswith((settings.MEDIA_URL, settings.STATIC_URL)):
        return False  # files, not pages
    path = unquote(path)
    return answer_at(path) is Answer.NOTHING and not leads_on(path)


def leads_on(path):
    """Whether an address without a page of its own still takes visitors to one."""
    if Redirect.objects.target_of(path):
        return True
    return settings.APPEND_SLASH and not path.endswith("/") and not is_dead(f"{path}/")
