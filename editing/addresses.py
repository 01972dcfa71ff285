"""Changing the address of anything public leaves the old one leading to it."""

from collections import defaultdict

from django.apps import apps
from django.db import models, transaction
from django.urls import Resolver404, resolve

from editing.models.redirects import Redirect


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


def page_finder():
    """A function that says whether a page answers visitors at a path of this site, whatever the table
    of old addresses holds. It knows the content as of now, so it is made anew for each use."""
    rows = defaultdict(list)
    for model in apps.get_models():
        if issubclass(model, KeepsOldAddresses):
            for slug, pk in model._base_manager.values_list("slug", "pk"):
                rows[slug].append((model, pk))

    def answers(path):
        try:
            match = resolve(path)
        except Resolver404:
            return False
        if "slug" not in match.kwargs:
            return not (match.kwargs or match.args)
        found = (model._base_manager.get(pk=pk) for model, pk in rows[match.kwargs["slug"]])
        return any(row.get_absolute_url() == path and row.is_at_its_address for row in found)

    return answers
