"""What somebody has typed and not saved: kept on the server while they type, shown again when they
come back, and telling others who is here."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editing.models import Editable, WorkingCopy
from editing.snapshots import Snapshot
from staff.models import User


def of_person(model: type[Model], pk: int | None, user: User) -> QuerySet[WorkingCopy]:
    """``pk`` None or 0: of one that was never saved."""
    return WorkingCopy.objects.of(model, pk).filter(user=user)


def opened(model: type[Model], pk: int, user: User) -> WorkingCopy:
    """This person's copy, locked, made where there is none yet."""
    copy = of_person(model, pk, user).select_for_update().first()
    if copy is None:
        content_type = ContentType.objects.get_for_model(model)
        copy, _is_new = WorkingCopy.objects.get_or_create(
            content_type=content_type, object_id=pk, user=user
        )
    return copy


def keep(copy: WorkingCopy, data: Snapshot, base_version: int) -> None:
    copy.data, copy.base_version = data, base_version
    copy.revision += 1
    copy.seen_at = copy.typed_at = timezone.now()
    copy.save()


def note_presence(copy: WorkingCopy) -> None:
    copy.seen_at = timezone.now()
    copy.save()


def restore(row: Editable, older: Snapshot, user: User) -> None:
    """An older text as unsaved text: nothing else changes before somebody saves it."""
    keep(opened(type(row), row.pk, user), older, row.latest_version)


def others_here(row: Editable, user: User) -> QuerySet[WorkingCopy]:
    here = WorkingCopy.objects.of(type(row), row.pk).here_now().exclude(user=user)
    return here.select_related("user").order_by("opened_at")


def sentence(copy: WorkingCopy) -> str:
    """That somebody else is here."""
    since = date_format(timezone.localtime(copy.opened_at), "TIME_FORMAT")
    if copy.typed_at is None:
        return _("%(name)s has had this open since %(since)s") % {
            "name": copy.user,
            "since": since,
        }
    typed = date_format(timezone.localtime(copy.typed_at), "TIME_FORMAT")
    message = _("%(name)s is writing here since %(since)s (last at %(typed)s).")
    return message % {"name": copy.user, "since": since, "typed": typed}
