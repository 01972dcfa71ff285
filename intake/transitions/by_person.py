"""What the person does, on their own page."""

from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise

from intake import mails
from intake.documents import entries, new_way_entries
from intake.documents.new_ways import NewWay
from intake.models import Entry, Inquiry, RoomEvent
from intake.transitions import common
from intake.transitions.table import check
from outbox.models import Message

State, Next, Outcome = Inquiry.State, Inquiry.Next, Inquiry.Outcome


def heard_from(inquiry: Inquiry, going_on: Inquiry, text: str | Promise) -> None:
    """The person has written on the page of ``inquiry``, which may go on as another one: what had ended or
    waited is somebody's next step again. Both rows come back where they were put aside, since the words
    lie with the page that they were written on."""
    rows = {row.pk: row for row in (inquiry, going_on)}
    for row in rows.values():
        check("heard_from", row)
    entries.write(inquiry, Entry.Kind.FROM_PERSON, text)
    hear(rows, going_on)


def way_changed(inquiry: Inquiry, code: str, way: NewWay) -> None:
    """They want to be reached in another way from now on; where nobody had reached them, somebody tries
    again. What waits for the old address is taken back, and how it is found is stored by whoever asks."""
    check("way_changed", inquiry)
    new_way_entries.write(inquiry, code, way)
    inquiry.mail.exclude(state=Message.State.SENT).delete()
    inquiry.is_way_changed, is_tried = True, inquiry.is_way_wrong
    inquiry.is_way_wrong = False
    if inquiry.is_open and (is_tried or inquiry.next_action == Next.TRY_AGAIN):
        inquiry.next_on = timezone.localdate()
    hear({inquiry.pk: inquiry}, inquiry)


def hear(rows: dict[UUID, Inquiry], going_on: Inquiry) -> None:
    """Somebody is to look at what they wrote; ``rows`` are stored."""
    for row in rows.values():
        if row.erase_at:
            RoomEvent.objects.note(RoomEvent.Kind.BROUGHT_BACK, inquiry_id=row.pk)
            row.erase_at = None
    going_on = rows[going_on.pk]
    going_on.is_word_waiting = True
    take_up(going_on)
    for row in rows.values():
        row.save_progress()
    mails.notify_owner(going_on)


def take_up(inquiry: Inquiry) -> None:
    """Who became a client, or goes on elsewhere, stays there: somebody only sees that they wrote."""
    if inquiry.is_open and inquiry.state != State.WAITING:
        return
    if inquiry.closed_because in (Outcome.CLIENT, Outcome.DUPLICATE):
        return
    keeps_place = inquiry.state == State.WAITING or inquiry.closed_because == Outcome.NO_WORD
    inquiry.asks = 0
    inquiry.move(
        State.WAITING if keeps_place else State.TALKING,
        next_action=Next.ANSWER,
        next_on=timezone.localdate(),
    )


def still_looking(inquiry: Inquiry, going_on: Inquiry, text: str | Promise) -> None:
    """Pressed on the page of ``inquiry``: the place of ``going_on`` on the list is kept. Nothing to read for
    anybody, so nobody gets a mail; words from before that nobody has worked with stay the next step."""
    check("still_looking", going_on)
    entries.write(inquiry, Entry.Kind.FROM_PERSON, text)
    if not going_on.is_word_waiting:
        common.wait(going_on)
    going_on.save_progress()


def stopped(inquiry: Inquiry) -> None:
    check("stopped", inquiry)
    common.stop(inquiry)
    inquiry.save_progress()
