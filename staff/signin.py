"""Signing in, and how often somebody may try."""

from datetime import timedelta

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from staff import throttle
from staff.backends import find_person

QUARTER_HOUR = 15 * 60
TRIES_PER_ACCOUNT = 10
# A whole practice may share one address.
TRIES_PER_ADDRESS = 50


class SignInForm(AuthenticationForm):
    username = UsernameField(
        label=_("E-mail or user name"), widget=forms.TextInput(attrs={"autofocus": True})
    )
    error_messages = {
        "invalid_login": _(
            "This name and this password do not belong together. Look for a typing mistake, "
            "or set a new password."
        ),
        "inactive": _("This account is closed."),
    }
    required_css_class = "required"
    is_over_limit = False

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        # An e-mail address may be longer than a user name.
        self.fields["username"].max_length = 254
        self.fields["username"].widget.attrs["maxlength"] = 254

    def clean(self):
        name = self.cleaned_data.get("username")
        if not name or not self.cleaned_data.get("password"):
            return self.cleaned_data
        account = account_key(name, find_person(name))
        address = throttle.network_address(self.request)
        # Counted before the password is looked at, so that the right one has to wait as well.
        self.count("sign-in address", address, TRIES_PER_ADDRESS)
        self.count("sign-in account", account, TRIES_PER_ACCOUNT)
        super().clean()
        throttle.forget("sign-in account", account)
        return self.cleaned_data

    def count(self, scope, value, limit):
        if throttle.hit(scope, value, limit, QUARTER_HOUR):
            return
        self.is_over_limit = True
        raise ValidationError(
            _("Too many tries. Please try again at %(time)s."),
            code="too_many",
            params={"time": clock(throttle.free_at(scope, value, limit))},
        )

    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if not user.is_staff:
            raise self.get_invalid_login_error()


def account_key(name, person):
    """One count for a person, whichever of the names is typed; names nobody has count too."""
    return f"person {person.pk}" if person else f"name {name.casefold()}"


def forget_tries(person):
    throttle.forget("sign-in account", account_key("", person))


def clock(moment):
    """The minute after ``moment``, in the practice's time zone: "10:42 a.m."."""
    moment = moment or timezone.now()
    return time_format(timezone.localtime(moment + timedelta(minutes=1)), "TIME_FORMAT")
