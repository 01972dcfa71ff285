"""What goes out by itself at a time that was set: looked at once more before."""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from editing import contents, publication_checks, snapshots, versioning
from editing.contents import PublishableContent
from editing.models.publishing import Publishable
from editing.swapping import say_refused

LOOKED_AT_BEFORE = timedelta(days=1)


def hold_back_refused() -> None:
    """Everything that goes out by itself within a day, checked once more: somebody may be
    supervised, or asked about, who was not when the time was set."""
    soon = timezone.now() + LOOKED_AT_BEFORE
    for content in contents.every():
        if isinstance(content, contents.PublishableContent):
            for row in content.model.objects.going_out(until=soon):
                hold_back_if_refused(content, row)


@transaction.atomic
def hold_back_if_refused(content: PublishableContent, row: Publishable) -> None:
    row = content.model._base_manager.select_for_update().get(pk=row.pk)
    if row.status() != "scheduled":
        return
    version = row.versions().filter(number=row.current_version).first()
    data = version.data if version else content.data_of_row(row)
    form = content.version_form(data=snapshots.as_query(data), instance=row)
    form.is_going_out, form.check_publication = (
        True,
        partial(publication_checks.check_when_due, content, row),
    )
    if form.is_valid():
        return
    row.refresh_from_db()
    content.hold_back(row)
    if version:
        say_refused(version, " ".join(versioning.errors_of(form)))
