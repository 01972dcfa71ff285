"""Signing in, and how often somebody may try."""

from datetime import timedelta

from allauth.account.utils import perform_login
from django import forms
from django.contrib.auth import logout
from django.contrib.auth.forms import AuthenticationForm, UsernameField
from django.contrib.auth.views import LoginView
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from staff import devices, throttle
from staff.backends import find_person
from staff.copied import Copied, sign_in_name

QUARTER_HOUR = 15 * 60
TRIES_PER_ACCOUNT = 10
# A whole practice may share one address.
TRIES_PER_ADDRESS = 50


class CountsTries:
    """For forms that stand at a door. Whoever tries too often is told when to try again."""

    is_over_limit = False

    def count(self, scope, value, limit, seconds):
        if throttle.hit(scope, value, limit, seconds):
            return
        self.is_over_limit = True
        raise ValidationError(
            _("Too many tries. Please try again at %(time)s, not before."),
            code="too_many",
            params={"time": clock(throttle.free_at(scope, value, limit))},
        )


class SignInField(Copied, UsernameField):
    taken_from = staticmethod(sign_in_name)


class SignInForm(CountsTries, AuthenticationForm):
    username = SignInField(
        label=_("Email or user name"), widget=forms.TextInput(attrs={"autofocus": True})
    )
    error_messages = {
        "invalid_login": _(
            "This name and this password do not belong together. Look for a typing mistake, "
            "or set a new password."
        ),
        "inactive": _("This account is closed."),
    }
    required_css_class = "required"

    def __init__(self, request=None, *args, **kwargs):
        super().__init__(request, *args, **kwargs)
        # An e-mail address may be longer than a user name.
        self.fields["username"].max_length = 254
        self.fields["username"].widget.attrs["maxlength"] = 254

    def clean(self):
        name = self.cleaned_data.get("username")
        if not name or not self.cleaned_data.get("password"):
            return self.cleaned_data
        person = find_person(name)
        # Counted before the password is looked at, so that the right one has to wait as well.
        if device := devices.known(self.request, person):
            account = account_key(name, person, device)
        else:
            account = account_key(name, person)
            address = throttle.network_address(self.request)
            self.count("sign-in address", address, TRIES_PER_ADDRESS, QUARTER_HOUR)
        self.count("sign-in account", account, TRIES_PER_ACCOUNT, QUARTER_HOUR)
        super().clean()
        throttle.forget("sign-in account", account)
        return self.cleaned_data

    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if not user.is_staff:
            raise self.get_invalid_login_error()


class SignInView(LoginView):
    """The right password is the first step; allauth asks for the second factor, if there is one,
    and only then signs in.
    """

    authentication_form = SignInForm
    template_name = "admin/login.html"

    def form_valid(self, form):
        # Whoever signs in as somebody else would otherwise stay who they were until the last step.
        logout(self.request)
        return perform_login(self.request, form.get_user(), redirect_url=self.get_success_url())

    def render_to_response(self, context, **options):
        response = super().render_to_response(context, **options)
        if context["form"].is_over_limit:
            response.status_code = 429
        return response


def account_key(name, person, device=""):
    """One count for a person, whichever of the names is typed, and one for each browser that is known for
    them; names nobody has count too."""
    if person is None:
        return f"name {name.casefold()}"
    return f"person {person.pk} on {device}" if device else f"person {person.pk}"


def forget_tries(person):
    throttle.forget("sign-in account", account_key("", person))


def clock(moment):
    """The minute after ``moment``, in the practice's time zone: "10:42 a.m."."""
    moment = moment or timezone.now()
    return time_format(timezone.localtime(moment + timedelta(minutes=1)), "TIME_FORMAT")
