from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from intake.room import codes, holders, recovery_codes
from intake.room.passphrases import WrongPassphrase
from staff import throttle

QUARTER_HOUR = 15 * 60
MOST_TRIES = 8
WRONG = _(
    "This is not the passphrase. Look for a typing mistake; capitals and spaces do not matter."
)
WRONG_CODE = _("This is not recovery code {label}. Look for a typing mistake.")


def secret(label, help_text="", autocomplete="off"):
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete, "class": "vTextField"})
    return forms.CharField(
        label=label, help_text=help_text, max_length=200, strip=False, widget=widget
    )


class RoomForm(forms.Form):
    """``user`` and ``holder``: whoever sits at the desk, and their key if they have one."""

    use_required_attribute = False

    def __init__(self, *args, user, holder=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.holder = user, holder

    def count_try(self):
        # Before it is looked at: each try costs memory, and the right one has to wait as well.
        if not throttle.hit("room", self.user.pk, MOST_TRIES, QUARTER_HOUR):
            raise ValidationError(
                _("Too many tries. Please wait a quarter of an hour."), code="too_many"
            )

    def forget_tries(self):
        throttle.forget("room", self.user.pk)


class UnlockForm(RoomForm):
    """``open_with`` is what the passphrase is good for; it raises ``WrongPassphrase``."""

    passphrase = secret(_("Your passphrase"), autocomplete="current-password")

    def __init__(self, *args, open_with=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.open_with = open_with

    def clean_passphrase(self):
        self.count_try()
        try:
            self.result = self.open_with(self.cleaned_data["passphrase"])
        except WrongPassphrase as error:
            raise ValidationError(WRONG, code="wrong") from error
        self.forget_tries()
        return ""


class RecoveryCodeForm(RoomForm):
    """Typing in a recovery code. ``rows``: the keys that it may be the code of; then
    ``row`` is the one it opens, and ``private`` its private key."""

    code = forms.CharField(
        label=_("The code on the paper"),
        max_length=500,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "class": "vTextField"}
        ),
    )

    def __init__(self, *args, label, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.label, self.rows = label, rows

    def clean_code(self):
        code = codes.read_code(self.cleaned_data["code"])
        if code is None:
            raise self.wrong()
        self.count_try()
        for row in self.rows:
            try:
                self.row, self.private = row, holders.private_key_of(row, code)
            except WrongPassphrase:
                continue
            self.forget_tries()
            return code
        if day := recovery_codes.replaced_on(self.label, code):
            message = _(
                "Recovery code {label} was replaced on {day}: this is the old one. Destroy it."
            )
            day = date_format(day, "DATE_FORMAT")
            raise ValidationError(message.format(label=self.label, day=day), code="replaced")
        raise self.wrong()

    def wrong(self):
        return ValidationError(WRONG_CODE.format(label=self.label), code="wrong")


class KeeperForm(forms.Form):
    """Who keeps a recovery code somewhere else."""

    use_required_attribute = False

    kept_by = forms.CharField(
        label=_("Who keeps it"),
        max_length=80,
        required=False,
        help_text=_(
            "The name of somebody who is not at the practice’s desk: a relative, a lawyer, a colleague "
            "elsewhere. Leave it empty if you keep it yourselves."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "vTextField"}),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_kept_by(self):
        name = " ".join(self.cleaned_data["kept_by"].split())
        if name.casefold() in {self.user.name.casefold(), self.user.username.casefold()}:
            raise ValidationError(_("That is you. It has to be somebody else, elsewhere."))
        return name
