"""Since when visitors read the words they read now: saving them again unchanged is no news."""

from django.db import models
from django.utils import timezone


class DatedWords(models.Model):
    """``WORDS`` are the fields that visitors read. Empty: as long as it has been public. Bulk writes do not come
    by here."""

    WORDS = ()
    words_changed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        stored = kwargs.get("update_fields")
        before, now = self.__dict__.get("_words_before", {}), self.words
        changed = {name for name in before if now.get(name) != before[name]}
        if not self._state.adding and changed & set(self.WORDS if stored is None else stored):
            self.words_changed_at = timezone.now()
            if stored is not None:
                kwargs["update_fields"] = {*stored, "words_changed_at"}
        super().save(*args, **kwargs)
        saved = {name: now[name] for name in now if stored is None or name in stored}
        self._words_before = before | saved

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        row._words_before = row.words
        return row

    def refresh_from_db(self, using=None, fields=None, **kwargs):
        # What was not read comes by here as well, one field at a time.
        super().refresh_from_db(using=using, fields=fields, **kwargs)
        known = self.__dict__.get("_words_before", {})
        read = {name: text for name, text in self.words.items() if not fields or name in fields}
        self._words_before = known | read

    @property
    def words(self):
        """As far as they were read."""
        return {name: self.__dict__[name] for name in self.WORDS if name in self.__dict__}
