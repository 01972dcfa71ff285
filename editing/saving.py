"""One save of a text by one person: what its form is asked first, what is stored, and what follows.

``prepare`` before the form is validated, ``save`` once it is valid. Both are the same for the form of the
desk, for actions on several rows and for whatever else brings texts in.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from editing import contents, findings, publication_checks, review_steps, versioning
from editing.contents import Content
from editing.forms import VersionedForm
from editing.models import Capacity, Editable, ReviewStep, Version
from editing.models.publishing import Publishable
from staff.models import User


class Action(Enum):
    SAVE = "save"
    SAVE_FOR_LATER = "save for later"  # visitors go on reading the text before
    ASK = "ask"  # save for later, and ask whoever may publish
    SUBMIT = "submit"  # and ask the editors to publish
    PUBLISH = "publish"
    WITHDRAW = "withdraw"

    @property
    def is_for_later(self) -> bool:
        return self in (Action.SAVE_FOR_LATER, Action.ASK)


@dataclass(frozen=True)
class Saved:
    """``has_lost_time``: a time was set for the text before this one, which goes out no more. ``had_next_text``: one
    was written already, and waited behind the one on the site. ``is_waiting``: the text waits for somebody's yes.
    ``still_missing``: sentences on what has to happen before it can be published."""

    action: Action
    version: Version
    has_lost_time: bool = False
    had_next_text: bool = False
    is_waiting: bool = False
    still_missing: tuple[str, ...] = ()


def prepare(
    content: Content,
    form: VersionedForm | type[VersionedForm],
    row: Editable | None,
    action: Action,
    by: User,
    *,
    is_wording_only: bool = False,
) -> None:
    """Tell the form (or its class) what it is validated for. ``row`` is None for a new one."""
    form.editor = by
    if not isinstance(content, contents.PublishableContent):
        return
    status = row.status() if isinstance(row, Publishable) else "draft"
    is_read_or_will_be = status in ("live", "scheduled")
    form.is_going_out = action is Action.PUBLISH or (is_read_or_will_be and action is Action.SAVE)
    form.is_handed_in = action is Action.SUBMIT
    form.was_withdrawn = status == "withdrawn"
    form.check_publication = partial(
        publication_checks.check, content, row, by=by, is_wording_only=is_wording_only
    )


@transaction.atomic
def save(
    content: Content, form: VersionedForm, action: Action, by: User, *, name: str = ""
) -> Saved:
    """Store what a valid form holds, as the newest version and, unless it is for later, as the text
    of its row. ``name`` is the version's. Returns ``Saved``."""
    row = form.instance
    keep_first_text(content, row)
    number_before = row.current_version
    had_time, had_next_text = row.swap_at is not None, row.has_next_version
    store(content, form, action, by)
    form.version = record(content, form, action, by, name)
    still_missing = tuple(follow(content, form, action, by, number_before))
    return Saved(
        action,
        form.version,
        has_lost_time=action.is_for_later and had_time and row.swap_at is None,
        had_next_text=had_next_text,
        is_waiting=action is Action.ASK and review_steps.waits(content, row),
        still_missing=still_missing,
    )


def store(content: Content, form: VersionedForm, action: Action, by: User) -> None:
    row = form.instance
    if action.is_for_later:
        store_at_once(content, form)
        return
    # What its time has taken off the site comes back by publishing alone, once it is checked.
    if action is Action.SAVE and form.was_withdrawn:
        row.state = row.State.WITHDRAWN
    content.store(form, by)


def store_at_once(content: Content, form: VersionedForm) -> None:
    """What is no part of a version does not wait for one."""
    row = form.instance
    at_once = [name for name in form.changed_data if name in content.unversioned_fields]
    related = [name for name in at_once if row._meta.get_field(name).many_to_many]
    if own := [name for name in at_once if name not in related]:
        row.save(update_fields=own)
    for name in related:
        getattr(row, name).set(form.cleaned_data[name])


def record(content: Content, form: VersionedForm, action: Action, by: User, name: str) -> Version:
    row, data = form.instance, content.data_of_form(form, form.instance)
    is_current = not action.is_for_later or content.is_read_as(row, data)
    version = versioning.record(
        row, data, by=by, substance=content.substance(data), is_current=is_current, name=name
    )
    if is_current:
        content.complete(version, row)
    return version


def follow(
    content: Content, form: VersionedForm, action: Action, by: User, number_before: int
) -> Iterable[str]:
    """What comes of it for visitors, once everything that belongs to the row is stored. Returns
    sentences on what still has to happen."""
    row, version = form.instance, form.version
    if action is Action.PUBLISH:
        row.publish()
        content.complete(version, row)
    elif action is Action.WITHDRAW:
        row.withdraw()
        versioning.take_back_time(row)
    if action in (Action.PUBLISH, Action.SAVE) and content.is_out(row):
        versioning.mark_as_out(row, version, by.get_full_name())
        review_steps.note_consent(content, form, by, number_before)
    if action is Action.ASK:
        review_steps.ask_once(content, row, version, by)
    if not isinstance(content, contents.PublishableContent):
        return []
    findings.keep(content, form)
    if action is not Action.SUBMIT:
        return []
    review_steps.add_step(version, ReviewStep.Kind.SUBMITTED, by, capacity=Capacity.AUTHOR)
    return publication_checks.still_missing(content, row, form, by)


def keep_first_text(content: Content, row: Editable) -> None:
    """Before the first save of something older than versions: the text as it was, so that it is not
    lost."""
    if row.pk is None or row._state.adding or row.latest_version:
        return
    stored = content.stored(row)
    data = content.data_of_row(stored)
    versioning.record(
        stored, data, by=None, substance=content.substance(data), is_current=True,
        name=str(_("As it was before")),
    )  # fmt: skip
    row.latest_version, row.current_version = stored.latest_version, stored.current_version
