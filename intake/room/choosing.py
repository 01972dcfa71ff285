"""Choosing a passphrase: the first one, another one, or a new one after the old was forgotten."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.room import holders, passphrase_strength
from intake.room.forms import WRONG, RoomForm, secret
from intake.room.passphrases import LEAST_LENGTH, WrongPassphrase, normal


class PassphraseForm(RoomForm):
    """``holder``: the key that it is changed for, with ``old``; without one, it is the first."""

    old = secret(_("Your current passphrase"), autocomplete="current-password")
    new = secret(
        _("New passphrase"),
        _(
            "A sentence of at least {number} characters that you use nowhere else. Nobody can reset it."
        ).format(number=LEAST_LENGTH),
        autocomplete="new-password",
    )
    again = secret(_("The new passphrase again"), autocomplete="new-password")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.holder is None:
            del self.fields["old"]

    def clean_new(self):
        new = self.cleaned_data["new"]
        if len(normal(new)) < LEAST_LENGTH:
            message = _(
                "It has to be at least %(number)d characters long. A sentence is easy to keep in mind."
            )
            raise ValidationError(message % {"number": LEAST_LENGTH})
        if len(set(normal(new))) < 5:
            raise ValidationError(_("This would be guessed at once. Take a sentence."))
        passphrase_strength.common_passwords().validate(new)
        # Counted, so that it tells nobody at this desk what the password is.
        self.count_try()
        if self.user.check_password(new):
            raise ValidationError(_("Take another one than the password you sign in with."))
        passphrase_strength.refuse(new, self.user)
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
