from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing.models.versions import Version


class EditableQuerySet(models.QuerySet):
    def swap_due(self, at=None):
        """Rows whose next version was to take their place by now."""
        return self.filter(swap_at__lte=at or timezone.now())


class Editable(models.Model):
    """Content with versions. The row holds the text of ``current_version``; when ``latest_version``
    is higher, the next text is being written while visitors still read this one."""

    latest_version = models.PositiveIntegerField(default=0, editable=False)
    current_version = models.PositiveIntegerField(default=0, editable=False)
    swap_at = models.DateTimeField(
        _("swap in the next version at"), null=True, blank=True, editable=False
    )

    class Meta:
        abstract = True

    @property
    def has_next_version(self):
        return self.latest_version > self.current_version

    def versions(self):
        return Version.objects.of(self)

    def next_version(self):
        """The newest version when it is not the text of the row, else None."""
        return self.newest_version() if self.has_next_version else None

    def newest_version(self):
        """The text that was saved last, or None. Asked once for each object and number."""
        if self.__dict__.get("newest", (None,))[0] != self.latest_version:
            found = self.versions().filter(number=self.latest_version).first()
            self.newest = (self.latest_version, found)
        return self.newest[1]

    def show_as_published(self):
        """What publication writes down besides the text, for a preview that is taken back again."""

    def save_versions(self):
        """Store the counters alone: what else is on the object may belong to a form."""
        counters = ["latest_version", "current_version", "swap_at"]
        type(self)._base_manager.filter(pk=self.pk).update(
            **{name: getattr(self, name) for name in counters}
        )
