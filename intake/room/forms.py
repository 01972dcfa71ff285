from django import forms
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.room import holders, passphrases
from intake.room.passphrases import LEAST_LENGTH, WrongPassphrase, normal
from staff import throttle

QUARTER_HOUR = 15 * 60
MOST_TRIES = 8
WRONG = _(
    "This is not the passphrase. Look for a typing mistake; capitals and spaces do not matter."
)
WRONG_CODE = _("This is not the code on sheet {letter}. Look for a typing mistake.")


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


class PassphraseForm(RoomForm):
    """Choosing one; with ``old`` where there is one to change."""

    old = secret(_("Your passphrase until now"), autocomplete="current-password")
    new = secret(
        _("New passphrase"),
        _(
            "A sentence of at least {number} characters that you use nowhere else. Nobody can reset it."
        ).format(number=LEAST_LENGTH),
        autocomplete="new-password",
    )
    again = secret(_("The same again"), autocomplete="new-password")

    def __init__(self, *args, has_old, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_old:
            del self.fields["old"]

    def clean_new(self):
        new = self.cleaned_data["new"]
        if len(normal(new)) < LEAST_LENGTH:
            words = _(
                "It has to be at least %(number)d characters long. A sentence is easy to keep in mind."
            )
            raise ValidationError(words % {"number": LEAST_LENGTH})
        if len(set(normal(new))) < 5:
            raise ValidationError(_("This would be guessed at once. Take a sentence."))
        CommonPasswordValidator().validate(new)
        # Counted, so that it tells nobody at this desk what the password is.
        self.count_try()
        if self.user.check_password(new):
            raise ValidationError(_("Take another one than the password you sign in with."))
        return new

    def clean(self):
        answers = super().clean()
        if not self.errors and normal(answers["new"]) != normal(answers["again"]):
            self.add_error("again", _("The two are not the same."))
        return answers

    def save(self):
        """Returns the holder; None, with an error at ``old``, where that one was wrong."""
        if "old" not in self.fields:
            return holders.make_person(self.user, self.cleaned_data["new"])
        try:
            changed = holders.change_passphrase(
                self.holder, self.cleaned_data["old"], self.cleaned_data["new"]
            )
        except WrongPassphrase:
            self.add_error("old", ValidationError(WRONG, code="wrong"))
            return None
        self.forget_tries()
        return changed


class SheetForm(RoomForm):
    """Typing in the code of a recovery sheet."""

    code = forms.CharField(
        label=_("Code on the sheet"),
        max_length=500,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "class": "vTextField"}
        ),
    )

    def __init__(self, *args, sheet, **kwargs):
        super().__init__(*args, **kwargs)
        self.sheet = sheet

    def clean_code(self):
        code = passphrases.read_code(self.cleaned_data["code"])
        wrong = ValidationError(WRONG_CODE.format(letter=self.sheet.sheet), code="wrong")
        if code is None:
            raise wrong
        self.count_try()
        try:
            self.private = holders.private_key_of(self.sheet, code)
        except WrongPassphrase as error:
            raise wrong from error
        self.forget_tries()
        return code
