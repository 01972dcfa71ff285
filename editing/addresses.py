"""Changing the address of anything public leaves the old one leading to it."""

from django.db import models, transaction

from editing.models.redirects import Redirect


class KeepsOldAddresses(models.Model):
    """For content with a ``slug`` and ``get_absolute_url()``. Bulk writes do not come by here."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        before = getattr(self, "_slug_before", self.slug)
        if before == self.slug or not self.had_public_address:
            super().save(*args, **kwargs)
        else:
            with transaction.atomic():
                super().save(*args, **kwargs)
                new, self.slug = self.slug, before
                old_path = self.get_absolute_url()
                self.slug = new
                Redirect.objects.leave(old_path, self.get_absolute_url())
        self._slug_before = self.slug

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        if "slug" in field_names:
            row._slug_before = row.slug
        return row

    @property
    def had_public_address(self):
        """Whether somebody may have saved its address."""
        return True
