"""Texts that take the place of the one on the site at a set time: by the worker within a minute, or
by the first visit that finds one due."""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editing import contents, publication_checks, review_steps, versioning
from editing.models import Capacity, ReviewStep
from editing.previews import form_of
from freshness.basis import turns

SITE = _("The site itself")


def swap_all_due():
    for content in contents.every():
        for row in content.model.objects.swap_due():
            swap(row)


def is_due(row):
    turns(row.swap_at)
    return row.swap_at is not None and row.swap_at <= timezone.now()


@transaction.atomic
def swap(row):
    """Put the newest version on the site. If it cannot be put there, the desk is told why."""
    model = type(row)
    row = model._base_manager.select_for_update().get(pk=row.pk)
    if not is_due(row):
        return None  # somebody else was faster
    version = row.next_version()
    if version is None:
        row.swap_at = None
        return row.save_versions()
    content = contents.of(model)
    try:
        with transaction.atomic():
            check = partial(publication_checks.check_when_due, content, row)
            versioning.apply(row, version, content.version_form, check)
    except ValidationError as error:
        model._base_manager.filter(pk=row.pk).update(swap_at=None)
        say_refused(version, " ".join(error.messages))


def schedule(content, row, when, by):
    """Set the time at which the next text takes the place of the one on the site. Raises
    ``ValidationError`` when it may not go out."""
    if when <= timezone.now():
        raise ValidationError(_("That time has passed. Choose one to come."))
    version = row.next_version()
    if version is None or not content.is_out(row):
        raise ValidationError(_("There is no next text to put on the site."))
    form = form_of(version, content.stored(row), content.version_form)
    form.is_going_out = form.waits_for_time = True
    form.check_publication = partial(publication_checks.check, content, row, by=by)
    if not form.is_valid():
        raise ValidationError(list(versioning.errors_of(form)))
    review_steps.keep_own_yes(form, version, by)
    row.swap_at = when
    row.save_versions()
    version.went_out_by_name = by.get_full_name()
    version.save(update_fields=["went_out_by_name"])


def cancel(row):
    row.swap_at = None
    row.save_versions()


def say_refused(version, reason):
    """At the desk, in the name of the site."""
    ReviewStep.objects.create(
        version=version,
        kind=ReviewStep.Kind.RETURNED,
        capacity=Capacity.EDITOR,
        note=reason[:4000],
        person=str(SITE),
    )


class SwapsWhenDue:
    """For the public view of one piece of content."""

    def get_object(self, queryset=None):
        row = self.find(queryset)
        if self.is_shown(row) and is_due(row):
            swap(row)
            row = self.find(queryset)
        return row

    def find(self, queryset):
        return self.read(queryset)

    def read(self, queryset):
        """The row of this address, whoever may see it."""
        return super().get_object(queryset)

    def is_shown(self, row):
        """Whether visitors see its text. Where the queryset says so, it has said so by now."""
        return True
