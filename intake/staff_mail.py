"""Mail to those who answer inquiries. What happens before the mail of a moment ago has gone is put into it; what
happens afterwards is a mail of its own, so that nothing new goes without one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intake.models import Inquiry, Mention
from outbox.models import Message
from staff.models import User

NEWS = _("News at the practice desk")


@dataclass(frozen=True)
class Kind:
    """``template``: where it is about one inquiry and nothing else; ``several`` is a line of a longer mail."""

    subject: str | Promise
    template: str
    several: Callable[[int], str]


def new(number: int) -> str:
    return ngettext(
        "{number} new message is waiting.", "{number} new messages are waiting.", number
    ).format(number=number)


def added(number: int) -> str:
    return ngettext(
        "Something was added to {number} message.",
        "Something was added to {number} messages.",
        number,
    ).format(number=number)


def due(number: int) -> str:
    return ngettext("{number} answer is due.", "{number} answers are due.", number).format(
        number=number
    )


# In the order in which they stand in a mail.
KINDS = {
    "due": Kind(_("An answer is due"), "intake/reminder.txt", due),
    "new": Kind(_("A new message is waiting"), "intake/notice.txt", new),
    "added": Kind(_("Something was added to a message"), "intake/added.txt", added),
}


@transaction.atomic
def tell(people: Iterable[User], inquiry: Inquiry, kind: str) -> None:
    # In one order, so that no two wait for each other.
    for person in sorted(people, key=lambda one: one.pk):
        message = waiting_for(person)
        if message is None:
            message = Message.objects.write(person.email, "", "")
        Mention.objects.get_or_create(
            message=message, inquiry=inquiry, kind=kind, defaults={"user": person}
        )
        write(message, person)


def waiting_for(person: User) -> Message | None:
    """The mail that nobody has begun to send, under its lock: the worker that takes it afterwards reads what
    was put into it."""
    mentioned = Mention.objects.filter(user=person).values("message")
    waiting = Message.objects.filter(pk__in=mentioned, state=Message.State.WAITING, attempts=0)
    return waiting.select_for_update(of=("self",)).order_by("-created_at", "pk").first()


def write(message: Message, person: User) -> None:
    mentions = list(Mention.objects.filter(message=message).order_by("pk"))
    kinds = [kind for kind in KINDS if any(one.kind == kind for one in mentions)]
    message.subject = str(KINDS[kinds[0]].subject if len(kinds) == 1 else NEWS)
    message.close(person.email, body(mentions, kinds))
    message.save(update_fields=["subject", "sealed", "key", "recipient", "body"])


def body(mentions: list[Mention], kinds: list[str]) -> str:
    inquiries = {one.inquiry_id for one in mentions}
    if len(mentions) == 1:
        page = reverse("admin:intake_inquiry_change", args=[mentions[0].inquiry_id])
        return render_to_string(KINDS[kinds[0]].template, {"link": settings.SITE_URL + page})
    if len(inquiries) == 1:
        page = reverse("admin:intake_inquiry_change", args=[*inquiries])
    else:
        page = reverse("admin:intake_inquiry_changelist")
    number = {kind: sum(one.kind == kind for one in mentions) for kind in kinds}
    lines = [KINDS[kind].several(number[kind]) for kind in kinds]
    context = {"lines": lines, "link": settings.SITE_URL + page}
    return render_to_string("intake/news_for_staff.txt", context)


def forget_gone() -> int:
    """Run every hour: of mail that has gone, or was given up, nobody needs to know whom it was about."""
    return Mention.objects.exclude(message__state=Message.State.WAITING).delete()[0]
