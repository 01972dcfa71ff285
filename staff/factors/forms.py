import struct

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, validate_totp_code
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from staff import devices, throttle
from staff.copied import OneTimeCodeField
from staff.factors import sealing
from staff.signin import QUARTER_HOUR, CountsTries, account_key

TRIES = 5
# Longer than any code is valid, clocks that differ included.
REMEMBER_CODE = 5 * 60


def code_field(help_text=""):
    attributes = {"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}
    return OneTimeCodeField(
        label=_("Code"),
        max_length=20,
        help_text=help_text,
        widget=forms.TextInput(attrs=attributes),
    )


def tries_of(person):
    """Whoever has found the password, or a session, uses up no tries at the person's own desk."""
    return account_key("", person, devices.known(context.request, person))


class OneTimeCode(CountsTries):
    """Few tries, and no code twice, remembered where every process sees it."""

    def clean_code(self):
        tries = tries_of(self.user)
        self.count("second factor", tries, TRIES, QUARTER_HOUR)
        code = self.check_code(self.cleaned_data["code"])
        digits = "".join(filter(str.isdigit, code))
        if not throttle.hit("used code", f"{self.user.pk} {digits}", 1, REMEMBER_CODE):
            raise get_adapter().validation_error("incorrect_code")
        throttle.forget("second factor", tries)
        return code

    def check_code(self, code):
        return super().clean_code()


class SignInCodeForm(OneTimeCode, AuthenticateForm):
    code = code_field()


class ConfirmCodeForm(OneTimeCode, ReauthenticateForm):
    code = code_field()


class SetUpAppForm(OneTimeCode, forms.Form):
    """allauth's own keeps the secret in the session, in clear, until the first code was right."""

    code = code_field()

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        session = context.request.session
        if not self.is_bound or SECRET_SESSION_KEY not in session:
            session[SECRET_SESSION_KEY] = sealing.seal(sealing.new_secret())
        self.secret = sealing.unseal(session[SECRET_SESSION_KEY])

    def check_code(self, code):
        if not validate_totp_code(self.secret, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class PasswordForm(CountsTries, forms.Form):
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self):
        tries = tries_of(self.user)
        self.count("password again", tries, TRIES, QUARTER_HOUR)
        if not self.user.check_password(self.cleaned_data["password"]):
            raise ValidationError(_("This is not your password. Look for a typing mistake."))
        throttle.forget("password again", tries)


class PasskeyAnswer:
    """A browser's answer is read by a library that stumbles over what no browser sends."""

    def full_clean(self):
        try:
            super().full_clean()
        except (AttributeError, LookupError, TypeError, ValueError, struct.error):
            self.cleaned_data = {}
            self.add_error(None, get_adapter().validation_error("incorrect_code"))


class SignInPasskeyForm(PasskeyAnswer, AuthenticateWebAuthnForm):
    pass


class ConfirmPasskeyForm(PasskeyAnswer, ReauthenticateWebAuthnForm):
    pass


class AddPasskeyForm(PasskeyAnswer, AddWebAuthnForm):
    name = forms.CharField(
        label=_("Name"),
        max_length=60,
        required=False,
        help_text=_("So that you know it again, for example: my phone."),
    )
