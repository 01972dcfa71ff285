"""What the person's own page says about where things stand. These sentences are read by somebody who
waits: they promise only what is true, and never say declined, rejected, spam, duplicate or closed. Whoever refers a
patient is not the one who would come."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from intake.models import Inquiry
from pages import languages
from pages.models import Practice

State, Next, Outcome = Inquiry.State, Inquiry.Next, Inquiry.Outcome


@dataclass(frozen=True)
class Stage:
    title: str
    text: str


def of(inquiry: Inquiry, practice: Practice, *, is_referral: bool = False) -> Stage:
    stage = where_it_stands(inquiry, practice, is_referral)
    if not inquiry.is_way_wrong:
        return stage
    text = _(
        "The number or address we have does not lead to you. Please give us another one below."
    )
    return Stage(stage.title, text)


def where_it_stands(inquiry: Inquiry, practice: Practice, is_referral: bool) -> Stage:
    if inquiry.state == State.NEW:
        return arrived(inquiry, practice)
    return {
        State.TALKING: talking,
        State.OFFERED: offered,
        State.WAITING: waiting,
        State.CLOSED: ended,
    }[State(inquiry.state)](inquiry, is_referral)


def arrived(inquiry: Inquiry, practice: Practice) -> Stage:
    """Once it is late, nothing but that, and what can be done now."""
    if inquiry.is_late:
        text = promise(inquiry)
    else:
        text = _("It is opened and read on a business day.")
        if practice.reader:
            text = format_html(
                _("On a business day it is opened and read by {reader}."),
                reader=languages.as_written(practice.reader),
            )
        if said := promise(inquiry):
            text = format_html("{} {}", text, said)
    return Stage(_("Your message is with us"), text)


def promise(inquiry: Inquiry) -> str:
    if not inquiry.is_waiting_for_us:
        return ""
    if inquiry.is_late:
        text = _("You should have heard from us by {day}. We are late. It has not been forgotten.")
        if inquiry.is_manager_told:
            text = _("You should have heard from us by {day}. We are late, and somebody was told.")
        return text.format(day=in_words(inquiry.due_on))
    return _("You hear from us by {day}.").format(day=in_words(inquiry.due_on))


def talking(inquiry: Inquiry, is_referral: bool) -> Stage:
    looking = _("Somebody has read it and is looking for the right person for you.")
    if is_referral:
        looking = _("Somebody has read it and is looking for the right person for your patient.")
    by_next: dict[str, str] = {
        Next.TRY_AGAIN: _(
            "Somebody has read it and tried to reach you the way you chose. We try again."
        ),
        Next.ANSWER: _("Somebody has read it and answers you."),
        Next.FIND: looking,
        Next.HEAR_BACK: looking,
    }
    text = by_next.get(inquiry.next_action, on_it())
    return Stage(_("Somebody is on it"), f"{text} {next_step(inquiry)}".strip())


def offered(inquiry: Inquiry, is_referral: bool) -> Stage:
    somebody_is_on_it = _("Somebody is on it")
    asked, found = _("We have asked somebody for you"), _("We have somebody for you")
    suits = _("We have told you whom, and wait to hear whether it suits you.")
    go_on = _("We have asked somebody, and go on looking for the right person for you.")
    if is_referral:
        go_on = _(
            "We have asked somebody, and go on looking for the right person for your patient."
        )
        asked = _("We have asked somebody for your patient")
        found = _("We have somebody for your patient")
        suits = _("We have told you whom, and wait to hear whether it suits your patient.")
    by_next: dict[str, tuple[str, str]] = {
        Next.ANSWER: (
            _("We have heard back"),
            _("We have an answer for you, and tell you the way you chose."),
        ),
        Next.TRY_AGAIN: (
            somebody_is_on_it,
            _("We tried to reach you the way you chose. We try again."),
        ),
        Next.FIND: (somebody_is_on_it, go_on),
        Next.HEAR_BACK: (
            asked,
            _("We have asked somebody who could fit, and wait for the answer."),
        ),
        Next.AGREE: (found, suits),
    }
    title, text = by_next.get(inquiry.next_action, (somebody_is_on_it, on_it()))
    return Stage(title, f"{text} {next_step(inquiry)}".strip())


def on_it() -> str:
    """True of every next step, also of one that nobody thought of for where it stands."""
    return _("Somebody has read it and goes on with it.")


def waiting(inquiry: Inquiry, is_referral: bool) -> Stage:
    title = _("You are on our waitlist")
    text = _(
        "Nobody who fits was accepting new clients when we looked. You are on our waitlist, and we ask you from time to time whether you are still looking."
    )
    if is_referral:
        title = _("Your patient is on our waitlist")
        text = _(
            "Nobody who fits was accepting new clients when we looked. Your patient is on our waitlist, and we ask you from time to time whether they are still looking."
        )
    if inquiry.next_action == Next.ASK_AGAIN and inquiry.next_on:
        again = _("We ask again around {day}.").format(day=in_words(inquiry.next_on))
    else:
        again = next_step(inquiry)
    return Stage(title, f"{text} {again}".strip())


def next_step(inquiry: Inquiry) -> str:
    if inquiry.next_on is None:
        return ""
    if inquiry.next_on < timezone.localdate():
        return _("It takes longer than we had planned. We have not forgotten you.")
    return _("The next step is due by {day}.").format(day=in_words(inquiry.next_on))


def ended(inquiry: Inquiry, is_referral: bool) -> Stage:
    again = _("You can write to us again at any time.")
    if inquiry.closed_because == Outcome.CLIENT and is_referral:
        title = _("Your patient has found somebody here")
        return Stage(title, _("What comes next, they arrange together."))
    if inquiry.closed_because == Outcome.CLIENT:
        return Stage(_("You have found somebody here"), _("What comes next, you arrange together."))
    if inquiry.closed_because == Outcome.WITHDREW:
        return Stage(_("We have stopped, as you asked"), again)
    if inquiry.closed_because == Outcome.UNREACHED:
        text = _("We tried to reach you the way you chose and could not.")
        return Stage(_("We could not reach you"), f"{text} {again}")
    return Stage(_("This is where we leave it for now"), again)


def in_words(day: date | None) -> str:
    return date_format(day, _("l, F j"))  # type: ignore[arg-type]
