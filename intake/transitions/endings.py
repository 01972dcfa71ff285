"""How an inquiry ends, and what keeps it from ending. What is erased has no row to move any more: that is
``intake.erasing``."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.documents import entries
from intake.models import Inquiry
from intake.models.progress import Progress
from intake.transitions import common
from intake.transitions.table import MOVES, Kind, Outcome, Refused, check, status_of
from staff.models import User


def referred(inquiry: Inquiry, text: str, by: User) -> None:
    """A kind no; ``text`` names somebody who might help."""
    check("referred", inquiry)
    entries.write(inquiry, Kind.NOTE_TO_PERSON, text, by=by)
    inquiry.is_news_untold = True
    inquiry.close(Outcome.REFERRED)
    common.store(inquiry, user=by)


def closed(inquiry: Inquiry, because: Progress.Outcome | str, text: str, by: User) -> None:
    check("closed", inquiry)
    if because not in MOVES["closed"].leads[status_of(inquiry)]:
        raise Refused(because)
    entries.write(inquiry, Kind.NOTE, text, by=by, title=str(Outcome(because).label))
    if because == Outcome.WITHDREW:
        common.stop(inquiry)
    else:
        inquiry.close(because)
    common.store(inquiry)


def merged(inquiry: Inquiry, twin: Inquiry, by: User) -> None:
    """The same person wrote twice: this one is closed, and ``twin`` goes on with its promise."""
    check("merged", inquiry)
    if not twin.is_open:
        raise Refused("merged into what is closed")
    title = str(_("The same as {other}")).format(other=twin)
    entries.write(inquiry, Kind.NOTE, "", by=by, title=title)
    twin.due_on = min(filter(None, [twin.due_on, inquiry.due_on]), default=None)
    twin.is_worrying = twin.is_worrying or inquiry.is_worrying
    twin.owner = twin.owner or inquiry.owner
    twin.next_on = min(filter(None, [twin.next_on, twin.due_on, inquiry.next_on]), default=None)
    if Inquiry.Next.ANSWER in (twin.next_action, inquiry.next_action):
        twin.next_action = Inquiry.Next.ANSWER
    twin.save_progress()
    inquiry.offers.unanswered().update(inquiry=twin)
    inquiry.twin_of = twin
    inquiry.close(Outcome.DUPLICATE)
    common.store(inquiry)


def handed_over(inquiry: Inquiry, by: User) -> None:
    """They became a client: the record system has what it needs, so this can go."""
    check("handed_over", inquiry)
    entries.write(inquiry, Kind.NOTE, "", by=by, title=str(_("It is in the record system (EHR)")))
    inquiry.handed_over_on = timezone.localdate()
    common.store(inquiry)


def held(inquiry: Inquiry, text: str, by: User, *, is_held: bool) -> None:
    """A legal hold begins or ends, or something is said about it."""
    check("held", inquiry)
    if is_held == inquiry.is_held:
        title = _("About the legal hold")
    else:
        title = _("A legal hold begins") if is_held else _("The legal hold ends")
    entries.write(inquiry, Kind.NOTE, text, by=by, title=str(title))
    inquiry.is_held = is_held
    if is_held:
        inquiry.erase_at = None
    common.store(inquiry)


def put_aside(inquiry: Inquiry, erase_at: datetime) -> None:
    """Nobody's work any more. What the law makes us keep is not erased."""
    check("put_aside", inquiry)
    if inquiry.is_held:
        raise Refused("put_aside of what is held")
    inquiry.erase_at = erase_at
    inquiry.save_progress()


def brought_back(inquiry: Inquiry) -> None:
    check("brought_back", inquiry)
    inquiry.erase_at = None
    common.store(inquiry)
