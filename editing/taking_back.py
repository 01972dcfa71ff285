"""Setting a next text aside: what visitors read is the newest text again, and the other one stays among the versions."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from editing import review_steps, versioning
from editing.contents import Content
from editing.models import Editable, PreviewLink, ReviewStep, Version
from staff.models import User


def holds_work_of_others(row: Editable, user: User) -> bool:
    """Whether somebody else has written in the next text: fees, say, that whoever keeps one profile cannot."""
    waiting = row.versions().filter(number__gt=row.current_version)
    return waiting.exclude(made_by=user).exists()


@transaction.atomic
def take_back(content: Content, row: Editable, by: User, capacity: str) -> Version:
    """The caller holds the lock of ``row``, which has a next text. Returns the version that was set aside.

    The text of the row becomes the newest version once more, with when it went out and what was found in it: a
    form that is open elsewhere is compared with it, and a time or a request was for another text. Whoever was asked
    for an answer by a private link is asked no more.
    """
    set_aside = row.next_version()
    current = row.versions().get(number=row.current_version)
    again = versioning.record(
        row, current.data, by=by, substance=current.substance, is_current=True,
        name=_("The text from before"),
    )  # fmt: skip
    kept = ("findings", "went_out_at", "went_out_by_name")
    for name in kept:
        setattr(again, name, getattr(current, name))
    again.save(update_fields=kept)
    review_steps.add_step(again, ReviewStep.Kind.TAKEN_BACK, by, capacity=capacity)
    asked = PreviewLink.objects.of(row).open().unanswered()
    asked.filter(version__number__gt=current.number).update(revoked_at=timezone.now())
    content.taken_back(row, set_aside, again)
    return set_aside
