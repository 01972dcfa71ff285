"""What visitors see of somebody, after what is held back: see ``held_back``."""

import re

from django.db import models

from team.names.letters import readable
from team.plain_words import plain_words


def words_of_name(name):
    """Of O'Neill also how an address has it: oneill."""
    return list(dict.fromkeys([*plain_words(name), *plain_words(readable(name).replace("'", ""))]))


def is_of_name(text, name):
    """Whether it says nothing but words of that name, with no signs but those."""
    words = words_of_name(text)
    signs = set(re.sub(r"[^\W_]|[ .]", "", text))
    return bool(words) and set(words) <= set(words_of_name(name)) and signs <= set(name)


class Shown(models.Model):
    class Meta:
        abstract = True

    @property
    def last_name_words(self):
        """What of the name is held back, in plain letters; initials tell nobody anything."""
        shown = words_of_name(self.first_name_only)
        held = [word for word in words_of_name(self.name) if word not in shown and len(word) > 1]
        return held if self.first_name_only else []

    def holds_last_name(self, text):
        held = self.last_name_words
        return any(word in held for word in plain_words(text))

    @property
    def shown_name(self):
        return self.first_name_only or self.name

    @property
    def shown_name_with_credentials(self):
        """``Hana Wexler, PsyD``. Reads the prefetched credentials."""
        return ", ".join([self.shown_name, *self.letters])

    @property
    def shown_photo(self):
        return None if self.is_without_photo else self.photo

    @property
    def shown_photo_alt(self):
        """None: the picture's own."""
        is_telling = self.shown_photo and self.holds_last_name(self.photo.alt)
        return self.first_name_only if is_telling else None

    @property
    def shown_times(self):
        """When this person works, as keys of ``TIMES``; empty where the profile does not say."""
        return [] if self.is_without_place else self.times

    @property
    def shown_availability_note(self):
        """It says at which hours there is room, if it says anything."""
        return "" if self.is_without_place else self.availability_note

    def is_called(self, text):
        """Whether an older text means this person: by the whole name, or by what is shown of it."""
        return text in (self.name_with_credentials, self.shown_name_with_credentials)
