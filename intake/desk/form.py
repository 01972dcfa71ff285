"""What every form of an inquiry's page has in common."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from intake.documents import entries
from intake.models import RoomEvent
from intake.room.rules import Action
from pages.calendar import business_day_after
from writing.line_ends import Textarea


def text_field(label, help_text="", *, required=True, rows=4):
    widget = Textarea(attrs={"rows": rows, "class": "vLargeTextField", "autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=8000, widget=widget
    )


class DeskForm(forms.Form):
    """``save`` changes the inquiry and writes down what was done; ``done`` is what to say then."""

    use_required_attribute = False
    # What it does, for the table of who may do what.
    does = Action.WORK
    # Whether it works on what the person wrote.
    needs_told = False
    # Whether there is a use for it while the inquiry waits to be erased.
    is_for_put_aside = False
    # Whether it stands open on the page, beside the one for the next step.
    starts_open = False
    # What the log says of it.
    event = RoomEvent.Kind.CHANGED
    # Fields of the inquiry it may change, beside those of ``desk.SAVED_FIELDS``.
    also_saves: ClassVar = []

    def __init__(
        self,
        *args,
        inquiry,
        user,
        practice,
        standing,
        room=None,
        told=None,
        team_fit=None,
        **kwargs,
    ):
        super().__init__(*args, prefix=self.action, **kwargs)
        self.inquiry, self.user, self.practice = inquiry, user, practice
        self.standing, self.room = standing, room
        self.told, self.team_fit = told, team_fit

    @classmethod
    def suits(cls, inquiry):
        """Whether the page of this inquiry shows the form."""
        return True

    @classmethod
    def fits(cls, inquiry):
        return cls.suits(inquiry) and (inquiry.erase_at is None or cls.is_for_put_aside)

    def refuse_if_unfit(self, seen=""):
        """What was sent may come from a page that was opened before something changed. ``seen``: the
        place that stood there then; pressed once more, what was meant is done."""
        if (
            seen
            and seen != self.inquiry.state
            and self.action != "note"
            and self.fits(self.inquiry)
        ):
            words = _(
                "This has changed while you were looking: the inquiry stands under “{place}” now. Press "
                "again if you still want this."
            ).format(place=self.inquiry.get_state_display())
        elif not self.fits(self.inquiry):
            words = _(
                "This inquiry has changed since you opened it, and this does not fit any more. What you "
                "typed is still here: copy it if you need it."
            )
        elif not self.standing.might(self.does):
            words = _(
                "Only somebody who can open inquiries may do this. What you typed is still here: copy "
                "it, and ask a colleague."
            )
        elif not self.standing.may(self.does) or (self.needs_told and self.told is None):
            words = _(
                "The room has locked itself. Unlock it in another window and save again: what you "
                "typed stays here until then."
            )
        else:
            return
        self.add_error(None, words)

    def write(self, kind, text, title=""):
        return entries.write(self.inquiry, kind, text, by=self.user, title=title)

    def in_business_days(self, number):
        return business_day_after(self.practice, number)


class LetterToPage(DeskForm):
    """Writes to the person's own page, so they need to have one."""

    does = Action.WRITE_LETTER
    done = _("Your letter is on their page.")

    def clean(self):
        if self.inquiry.person_key is None:
            raise forms.ValidationError(_("They have no page: this came in before there were any."))
        return super().clean()
