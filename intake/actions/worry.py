"""What worries somebody: on top, due today and told at once, until somebody writes what was done. No machine reads
for it; a person presses."""

from django.utils.translation import gettext_lazy as _

from intake import transitions
from intake.actions.form import ActionForm, text_field
from intake.models import Inquiry
from pages.calendar import is_desk_open

MINE = _("It is on top of the list, due today, and yours.")
TOLD = _("{names} should read it today: an email is on its way.")
ALONE = _("Nobody else answers inquiries here, so nobody else is told.")
NOBODY_TONIGHT = _(
    "Nobody else is told tonight: colleagues get an email and may read it tomorrow "
    "only. Who is told after hours is set with their account."
)
THEN = _("Your practice’s steps stand on this page; write there what was done.")


class WorryForm(ActionForm):
    action, title = "worry", _("This message worries me")
    move = "worried"
    button = _("This message worries me")

    @classmethod
    def suits(cls, inquiry: Inquiry) -> bool:
        return not inquiry.is_worrying

    def save(self) -> None:
        is_after_hours = not is_desk_open(self.practice)
        told = transitions.worried(self.inquiry, self.user, is_after_hours=is_after_hours)
        alone = NOBODY_TONIGHT if is_after_hours else ALONE
        who = TOLD.format(names=", ".join(map(str, told))) if told else alone
        self.done = f"{MINE} {who} {THEN}"


class LookedAfterForm(ActionForm):
    action, title = "looked-after", _("What was done about the worry")
    move = "looked_after"
    button = _("Write down what was done")
    starts_open = True
    done = _("Written down. It stands in its usual place again.")

    words = text_field(
        _("What was done"),
        _("For your colleagues, sealed at once. Until this is written, it stays on top."),
        rows=3,
    )

    def save(self) -> None:
        transitions.looked_after(self.inquiry, self.cleaned_data["words"], self.user)
