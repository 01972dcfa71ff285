from collections.abc import Callable, Sequence
from enum import Enum

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from editing import snapshots
from editing.approvals import Requirement
from editing.models import Version
from staff.models import User


class VersionedForm(forms.ModelForm):
    """A form whose content has versions.

    ``base_version`` comes back with the form: somebody else's save since then is not written over. The
    rest is set from outside, since the admin makes forms: by the admin ``shown`` (a snapshot to show in
    place of what the row holds) and ``action``; by ``saving.prepare`` ``editor`` (who is saving) and
    ``was_withdrawn``, and of what can be published ``is_going_out``, ``is_handed_in`` and
    ``check_publication``; by the checks ``substance``, ``own_yes`` and ``to_tell``; by ``saving.save``
    ``version``, the one it made.
    """

    # Fields that saving completes: a title held at publication, say.
    completed_fields = ()
    shown: snapshots.Snapshot | None = None
    action: Enum | None = None
    editor: User | None = None
    version: Version
    substance = ""
    was_withdrawn = False
    is_going_out = False
    # An author hands it to the editors: what visitors need is said now, not when they publish.
    is_handed_in = False
    # Raises ValidationError while something has to happen first.
    check_publication: Callable[["VersionedForm"], None] | None = None
    conflict = None
    # Whose yes pressing the button is, and who is to be told of a change of wording.
    own_yes: Sequence[tuple[Requirement, str]] = ()
    to_tell: Sequence[tuple[Requirement, str, str, str]] = ()
    # Whether this text waits for a time instead of going out now.
    waits_for_time = False

    def get_initial_for_field(self, field, field_name):
        if self.shown is not None and not self.is_bound:
            shown = snapshots.as_initial(self.shown, {field_name: field})
            if field_name in shown:
                return shown[field_name]
        return super().get_initial_for_field(field, field_name)

    @property
    def base_version(self):
        """The version the person began from, as the form brought it back."""
        typed = str(self.data.get("base_version", "")) if self.is_bound else ""
        is_number = typed.isdecimal() and len(typed) < 10
        return int(typed) if is_number else self.instance.latest_version

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk and self.base_version != self.instance.latest_version:
            newest = self.instance.versions().filter(number=self.instance.latest_version).first()
            if newest and not self.is_own_save_again(newest):
                self.conflict = newest
                self.add_error(None, self.conflict_in_words(newest))
        return cleaned

    def conflict_in_words(self, newest):
        if self.editor and newest.made_by_id == self.editor.pk:
            message = _(
                "You saved another text here %(when)s, from another window, after you opened this "
                "one. Nothing was written over, and nothing is lost: both texts are below."
            )
        else:
            message = _(
                "%(name)s saved this %(when)s, after you began. Nothing was written over, and "
                "nothing of yours is lost: both texts are below."
            )
        when = date_format(localtime(newest.made_at), "DATETIME_FORMAT")
        return message % {"name": newest.made_by_name or _("Somebody"), "when": when}

    def is_own_save_again(self, newest):
        """The same text a second time: a double press, or an answer that got lost."""
        if not (self.editor and newest.made_by_id == self.editor.pk):
            return False
        posted = snapshots.without(snapshots.of_post(self), self.completed_fields)
        return all(newest.data.get(k) == v for k, v in posted.items() if k in newest.data)
