"""What editing has to know of each content model: one description, registered by the model's app.

The desk's buttons, private links, the worker and commands ask the same description; none of them asks
another.
"""

from django.contrib.admin.utils import flatten_fieldsets
from django.forms import modelform_factory
from django.utils.functional import cached_property

from editing import snapshots
from editing.diffs import changes
from editing.forms import VersionedForm
from editing.models import BINDING, Editable, How, PreviewLink
from editing.models.publishing import Publishable
from editing.versioning import take_back_time

_contents = {}


def register(content):
    """From ``AppConfig.ready()``."""
    _contents[content.model] = content


def of(row_or_model):
    model = row_or_model if isinstance(row_or_model, type) else type(row_or_model)
    return _contents[model]


def every():
    return list(_contents.values())


class Content:
    """For an ``Editable``. A class of an app says what is different there.

    ``form`` is its ``VersionedForm`` and ``fieldsets`` what a person sees of it. ``unversioned_fields``
    take effect when they are saved, whatever becomes of the text: addresses, times, whether somebody has
    room. ``substance_fields`` hold the words a yes is about; a change in one of ``beyond_wording`` is
    never one of wording only. ``detail_view`` is the public page.
    """

    model: type[Editable]
    form: type[VersionedForm]
    fieldsets: list = []
    unversioned_fields: tuple[str, ...] = ("slug",)
    substance_fields: tuple[str, ...] = ()
    beyond_wording: tuple[str, ...] = ()
    # Whether ``requirements`` can ask for anybody's answer.
    waits_for_answers = False
    detail_view: type

    @cached_property
    def version_form(self):
        """The whole form without the desk around it: for keeping texts and putting them back."""
        names = set(flatten_fieldsets(self.fieldsets)) - set(self.unversioned_fields)
        fields = [name for name in names if name not in self.form.declared_fields]
        # Exclude too: a form may name its fields itself.
        return modelform_factory(
            self.model, form=self.form, fields=fields, exclude=list(self.unversioned_fields)
        )

    def data_of_row(self, row):
        form = self.version_form(instance=row)
        return snapshots.without(snapshots.of_row(form), self.unversioned_fields)

    def data_of_form(self, form, row):
        """What this form would keep; what it does not hold comes from the newest version or the row."""
        newest = row.versions().first() if row.pk else None
        older = newest.data if newest else self.data_of_row(self.model())
        merged = snapshots.merged(older, snapshots.of_post(form), form)
        return snapshots.without(merged, self.unversioned_fields)

    def substance(self, data):
        """A digest of the words a yes is about."""
        return snapshots.digest(self.version_form(), data, self.substance_fields)

    def changes_between(self, older, newer):
        return list(changes(self.version_form(), older, newer))

    def shown(self, row, version):
        """A version as a form shows it: what is no part of one is as it is now."""
        return snapshots.boxes_of(row, self.unversioned_fields) | version.data

    def stored(self, row):
        return self.model._base_manager.get(pk=row.pk)

    def store(self, form, by):
        """The row and everything that belongs to it, as a valid form holds them."""
        form.save()

    def complete(self, version, row):
        """Take over into the version what saving or publishing has filled in."""
        names = self.form.completed_fields
        if not names:
            return
        form = self.version_form(instance=self.stored(row))
        filled = {name: form.fields[name] for name in names}
        kept = snapshots.without(version.data, names)
        for name, field in filled.items():
            kept |= snapshots.inputs_of(field, name, form[name].value())
        version.data, version.substance = kept, self.substance(kept)
        version.save(update_fields=["data", "substance"])

    # Where it stands.

    def is_out(self, row):
        """Whether somebody has let this row out to visitors, whatever its times say."""
        raise NotImplementedError

    def is_read(self, row):
        """Whether visitors read it now."""
        return self.is_out(row)

    def is_settled(self, row, version):
        """Whether this text, or a newer one, is the one that visitors read."""
        return version.number <= row.current_version

    def is_read_as(self, row, data):
        """Whether the row holds these words already, so that nothing waits."""
        current = row.versions().filter(number=row.current_version).first()
        completed = self.form.completed_fields
        words = snapshots.without(data, completed)
        return current is not None and snapshots.without(current.data, completed) == words

    def taken_back(self, row, set_aside, again):
        """A next text was set aside, and the one before is version ``again``: for what keeps numbers of versions."""

    def ask_in_place_of_times(self):
        """The practice wants somebody's yes from now on: a time set by whoever has to ask by now is none."""

    def hold_back(self, row):
        """Somebody whose yes counts says no to a text that was to go out at a set time."""
        row.swap_at = None
        row.save_versions()

    # Whose word it needs.

    def requirements(self, row, form):
        """Whose yes the text in this form needs (``approvals.Requirement``); ``row`` is None for a new one."""
        return []

    def questions(self, row, form, user=None):
        """What somebody has to answer before this text may go out: objects with a ``sentence``."""
        return []

    def reads_the_same(self, row, form):
        """Whether the same words also mean the same people as on the site."""
        return True

    def may_need_yes(self, row):
        """Whether a change of this text could need somebody's yes."""
        return False

    def reviewers(self, row):
        """People the content itself could ask: objects with ``key``, ``name``, ``email``."""
        return []

    def is_about(self, user, row):
        """Whether this person wrote it, and so must not come by somebody else's yes."""
        return False

    def key_of(self, user):
        """Who this person is among those who can be asked, or an empty text."""
        return ""

    def account_of(self, key):
        """The address of this person's account, and whether it is settled that it is theirs."""
        return "", False

    def email_of(self, key):
        """Where to write to one of them, or an empty text."""
        # Only what an editor has entered: other links are made by whoever writes the text.
        links = PreviewLink.objects.filter(reader_key=key, capacity__in=BINDING).exclude(email="")
        return links.values_list("email", flat=True).first() or ""

    def how_it_goes(self, key, email):
        """How a link to this address comes to the person it is for."""
        address, is_settled = self.account_of(key)
        if not email:
            return How.COPIED
        if not address or email.casefold() != address.casefold():
            return How.TYPED
        return How.ACCOUNT if is_settled else How.UNSETTLED


class PublishableContent(Content):
    """For a ``Publishable`` whose form is a ``PublishingForm``."""

    model: type[Publishable]
    unversioned_fields = ("slug", "publish_at", "withdraw_at")
    # The parts of a text the linter knows, and the form's fields that hold them.
    lint_parts: dict[str, str] = {}
    lint_invitation: tuple[str, ...] = ()

    def is_out(self, row):
        return row.state == row.State.APPROVED

    def is_read(self, row):
        # What waits for its time is read by nobody yet: asked again as long as it waits.
        return self.is_out(row) and self.stored(row).status() != "scheduled"

    def is_settled(self, row, version):
        # A draft is the text of its row as well.
        return self.is_out(row) and super().is_settled(row, version)

    def hold_back(self, row):
        super().hold_back(row)
        if row.status() == "scheduled":
            row.state = row.State.DRAFT
            row.save(update_fields=["state"])
            take_back_time(row)
