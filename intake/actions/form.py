"""What every form of an inquiry's page has in common."""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import blanks
from intake.letters import letter
from intake.models import RoomEvent
from intake.transitions.table import MOVES, allows
from pages import languages
from pages.calendar import business_day_after
from writing.line_ends import Textarea


def text_field(label, help_text="", *, required=True, rows=4):
    """For what somebody writes. Forms that have one post it as ``words``."""
    widget = Textarea(attrs={"rows": rows, "class": "vLargeTextField", "autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=8000, widget=widget
    )


class ActionForm(forms.Form):
    """Asks what was done, and hands it to the move of ``intake.transitions`` that is its own; ``done`` is
    what to say then."""

    use_required_attribute = False
    # What it does: the table of moves says to what, and who may.
    move = ""
    # Whether it works on what the person wrote.
    needs_told = False
    # Whether it stands open on the page, beside the one for the next step.
    starts_open = False
    # The field whose choices are the form's buttons: one press says it, and sends it.
    answered_by = ""
    # The field that a link of the page chooses beforehand: ``?offer=12``.
    chosen_by = ""
    # What the log says of it.
    event = RoomEvent.Kind.CHANGED

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls.move:
            cls.does = MOVES[cls.move].who

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
        query=None,
        **kwargs,
    ):
        super().__init__(*args, prefix=self.action, **kwargs)
        choice = (query or {}).get(self.action, "") if self.chosen_by else ""
        self.is_chosen = bool(choice)
        if choice:
            self.initial[self.chosen_by] = choice
        self.inquiry, self.user, self.practice = inquiry, user, practice
        self.standing, self.room = standing, room
        self.told, self.team_fit = told, team_fit

    def asked(self):
        """Drawn above the buttons."""
        return [field for field in self.visible_fields() if field.name != self.answered_by]

    @property
    def answers(self):
        """The field that the buttons are; None where the one button says all."""
        return self[self.answered_by] if self.answered_by else None

    def accepted_by(self):
        """The name of whoever has said yes by what was sent; None where it says no such thing. After ``save``."""
        return

    @classmethod
    def suits(cls, inquiry):
        """Whether the page of this inquiry shows the form, beside what the table of moves says."""
        return True

    @classmethod
    def fits(cls, inquiry):
        return allows(cls.move, inquiry) and cls.suits(inquiry)

    def refuse_if_unfit(self, seen=""):
        """What was sent may come from a page that was opened before something changed. ``seen``: the
        state that stood there then; pressed once more, what was meant is done."""
        if (
            seen
            and seen != self.inquiry.state
            and self.action != "note"
            and self.fits(self.inquiry)
        ):
            message = _(
                "This has changed while you were looking: the inquiry stands under “{place}” now. Press "
                "again if you still want this."
            ).format(place=self.inquiry.get_state_display())
        elif not self.fits(self.inquiry):
            message = _(
                "This inquiry has changed since you opened it, and this does not fit any more. What you "
                "typed is still here: copy it if you need it."
            )
        elif not self.standing.might(self.does):
            message = _(
                "Only somebody who can open inquiries may do this. What you typed is still here: copy "
                "it, and ask a colleague."
            )
        elif not self.standing.may(self.does) or (self.needs_told and self.told is None):
            message = _(
                "The room has locked itself. Unlock it in another window and save again: what you "
                "typed stays here until then."
            )
        else:
            return
        self.add_error(None, message)

    def in_business_days(self, number):
        return business_day_after(self.practice, number)


class ToPersonForm(ActionForm):
    """Writes to the person's own page, so they need to have one: ``no_page`` is said where they have none."""

    done = _("Your message is on their private page.")
    no_page = _("They have no page: this came in before there were any.")

    def in_their_language(self):
        """For what stands in a letter before somebody writes in it, and around it."""
        return languages.in_language(self.told.written_in if self.told else "")

    def begin_with(self, template):
        field = self.fields["words"]
        with self.in_their_language():
            field.initial = str(letter(template, {"told": self.told}))
            field.widget.attrs["lang"] = languages.of_page()

    def clean(self):
        if self.inquiry.person_key is None:
            raise forms.ValidationError(self.no_page)
        if left := blanks.left(self.cleaned_data.get("words", "")):
            message = _("Fill in {blanks}, or take it out: they would read it as it stands.")
            self.add_error("words", message.format(blanks=", ".join(left)))
        return super().clean()
