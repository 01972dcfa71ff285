"""Making versions, and putting one in the place of the row's text."""

from collections.abc import Callable, Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BaseForm
from django.utils import timezone

from editing import snapshots
from editing.forms import VersionedForm
from editing.models import Editable, Version
from editing.snapshots import Snapshot
from staff.models import User


@transaction.atomic
def record(
    row: Editable,
    data: Snapshot,
    *,
    by: User | None,
    substance: str,
    is_current: bool,
    name: str = "",
    by_name: str = "",
) -> Version:
    """Keep ``data`` as the newest version of ``row``, unless it is that already.

    ``is_current``: the row holds this text now. ``by_name``: who made it without an account. Returns the version.
    """
    newest = row.versions().first()
    if newest is None or newest.data != data:
        newest = Version.objects.create(
            content=row,
            number=row.latest_version + 1,
            data=data,
            substance=substance,
            name=name,
            made_by=by,
            made_by_name=by.get_full_name() if by else by_name,
        )
    if newest.number != row.latest_version:
        # A time was set for the text that was the next one then.
        row.swap_at = None
    row.latest_version = newest.number
    if is_current:
        row.current_version = newest.number
        row.swap_at = None
    row.save_versions()
    return newest


@transaction.atomic
def apply(
    row: Editable,
    version: Version,
    make_form: Callable[..., VersionedForm],
    check_publication: Callable[[VersionedForm], None] | None = None,
) -> Editable:
    """Put ``version`` in the place of the row's text, through the form that holds it.

    Raises ``ValidationError`` when the form or the check refuses, as when a person is gone.
    """
    form = make_form(data=snapshots.as_query(version.data), instance=row)
    form.is_going_out, form.check_publication = True, check_publication
    if not form.is_valid():
        raise ValidationError(list(errors_of(form)))
    row = form.save()
    row.current_version = version.number
    row.swap_at = None
    row.save_versions()
    mark_as_out(row, version, version.went_out_by_name or version.made_by_name)
    return row


def mark_as_out(row: Editable, version: Version, by_name: str) -> None:
    """Write down from when visitors get this text, and who let it out: now, or at the row's own time."""
    if version.was_out:
        return
    now = timezone.now()
    version.went_out_at = max(now, getattr(row, "publish_at", None) or now)
    version.went_out_by_name = by_name
    version.save(update_fields=["went_out_at", "went_out_by_name"])


def take_back_time(row: Editable) -> None:
    """What was to go out and does not will not have been on the site when that time has come."""
    row.versions().filter(went_out_at__gt=timezone.now()).update(went_out_at=None)


def errors_of(form: BaseForm) -> Iterator[str]:
    """Everything a form has against a text, as sentences that name the field."""
    for name, errors in form.errors.items():
        label = f"{form.fields[name].label}: " if name in form.fields else ""
        for message in errors:
            yield f"{label}{message}"
