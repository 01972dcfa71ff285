"""Mail to people who sign in. It waits in the outbox, written in the caller's transaction."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _

from staff import hearers
from staff.models import User


def send_invitation(person: User, invited_by: User) -> None:
    """A first password, by a link that works once. Links sent before stop working."""
    person.set_unusable_password()
    person.save(update_fields=["password"])
    send(
        _("Choose your password"),
        "registration/invitation.txt",
        person,
        invited_by=invited_by,
        link=password_link(person),
    )


def send_password_link(person: User) -> None:
    send(
        _("Set a new password"),
        "registration/new_password.txt",
        person,
        link=password_link(person),
    )


def send_address_changed(person: User, old_address: str, by: User) -> None:
    """To the old address, where they would otherwise never learn of it, to the new one, and to those who
    can see that it is wrong."""
    subject = _("Your email address for signing in was changed")
    send(subject, "registration/address_changed.txt", person, recipient=old_address)
    send(subject, "registration/address_is_new.txt", person, changed_by=by)
    tell_others(person, by, "registration/address_of_other.txt")


def send_factors_changed(person: User, by: User | None = None) -> None:
    """To whoever signs in so: nobody else should have done it. Where somebody else has, to others too."""
    send(
        _("How you sign in was changed"), "registration/factors_changed.txt", person, changed_by=by
    )
    if by:
        tell_others(person, by, "registration/factors_of_other.txt")


def tell_others(person: User, by: User, template: str) -> None:
    for other in hearers.of(person):
        subject = _("Somebody’s account was changed")
        send(subject, template, person, recipient=other.email, reader=other, changed_by=by)


def send(
    subject: str, template: str, person: User, recipient: str | None = None, **context: object
) -> None:
    context |= {
        "person": person,
        "site": urlsplit(settings.SITE_URL).netloc,
        "days": settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60),
    }
    send_mail(subject, render_to_string(template, context), None, [recipient or person.email])


def password_link(person: User) -> str:
    # Made from SITE_URL: a forged Host header must not put the token on somebody else's site.
    number = urlsafe_base64_encode(force_bytes(person.pk))
    token = default_token_generator.make_token(person)
    return settings.SITE_URL + reverse("password_reset_confirm", args=[number, token])
