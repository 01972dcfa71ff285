"""What was said of room, in the history of the profile."""

from django.contrib.admin.models import CHANGE, LogEntry
from django.utils.translation import gettext as _

from staff.models import User
from team.confirming.saying import TAKEN, Became, Row, in_words
from team.models import Therapist


def note(row: Row, by: User | None) -> None:
    """The history knows accounts only: where somebody without one has said it by a link, it stands under whoever made
    that. Who said it is in the words."""
    if by is not None and row.became in TAKEN:
        LogEntry.objects.log_actions(
            by.pk, [row.person], CHANGE, change_message=words(row.person, row.became)
        )


def words(person: Therapist, became: Became) -> str:
    said = in_words(person) if became is Became.CHANGED else _("right today, as it stands")
    text = (
        _("Room, said by {name} by a private link: {said}.")
        if person.is_confirmed_by_link
        else _("Room: {said}.")
    )
    return text.format(name=person.availability_confirmed_name, said=said)
