"""Mail about the keys. It names nobody and no inquiry: somebody else may see the screen."""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.mails import whoever_may_do_everything, with_role
from intake.models import KeyHolder
from intake.models.keys import KeyHolderQuerySet
from intake.room.ways_in import State, ways_in
from outbox.models import Message
from staff.models import User

SUBJECT = gettext_lazy("Something has changed at the practice desk")


def tell_holders(message: str) -> list[Message]:
    """Everybody who has a key, whoever did it included: returns the mail."""
    return tell(people_of(KeyHolder.objects.people().answering()), message)


def tell_of_passphrase() -> None:
    tell_holders(_("Somebody with access has chosen another passphrase."))


def tell_of_recovery_code() -> None:
    tell_holders(_("A recovery code was replaced, canceled or used."))


def tell_of_taking_away(user: User) -> None:
    message = _("Somebody’s access was removed.")
    tell([*people_of(KeyHolder.objects.people().answering()), user], message)


def tell_of_forgetting() -> list[Message]:
    return tell_holders(
        _(
            "Somebody who has a key says that they have forgotten the passphrase, and has chosen another "
            "one. It takes the place of the old key as soon as a colleague says yes, and otherwise in "
            "a day. If nobody of you did this, unlock with the passphrase until now and stop it."
        )
    )


def tell_of_waiting() -> None:
    """To everybody who could let them in."""
    people = people_of(KeyHolder.objects.filter(pk__in=[holder.pk for holder in ways_in().people]))
    tell(people, _("A colleague has chosen a passphrase and waits for access."))


def warn(state: State) -> None:
    """To everybody who answers inquiries, and to those who look after the site."""
    message = {
        State.NOT_OURS: _(
            "The practice’s keys are not as this site wrote them: somebody has changed them outside its "
            "pages, or the site has another SECRET_KEY. The form has shut and says to call. Tell whoever "
            "runs the site before anything else."
        ),
        State.SHUT: _(
            "The form on the site has shut: nobody is there any more who could open what people write. "
            "It says to call instead, and opens again by itself once somebody can."
        ),
        State.ONE_LEFT: _(
            "One last way is left to open what people write, one person or one recovery "
            "code. If something happens to it, everything is lost."
        ),
        State.ONLY_RECOVERY_CODES: _(
            "Nobody can open what people write just now, except with a recovery code. The form is open."
        ),
        State.BEGINS_AGAIN: _(
            "Every key to what people wrote was gone, so somebody has begun again with a new one. The "
            "form on the site is shut until enough people and both recovery sheets can open it. Find "
            "out what has happened."
        ),
    }[state]
    keepers = [*with_role("intake.view_inquiry"), *with_role("staff.change_user")]
    tell(keepers or whoever_may_do_everything(), message)


def people_of(rows: KeyHolderQuerySet) -> list[User]:
    return [holder.user for holder in rows.select_related("user")]


def tell(people: Iterable[User], message: str) -> list[Message]:
    link = settings.SITE_URL + reverse("room:show")
    body = render_to_string("intake/room_notice.txt", {"message": message, "link": link})
    addresses = {person.email for person in people if person.is_active} - {""}
    return [Message.objects.write(address, SUBJECT, body) for address in sorted(addresses)]
