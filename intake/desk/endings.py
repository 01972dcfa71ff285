"""How an inquiry ends, and what keeps it from ending: closed, merged, handed over, held."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import erasing
from intake.desk import duplicates
from intake.desk.form import DeskForm, text_field
from intake.documents import same_person
from intake.models import Entry, Inquiry, RoomEvent
from intake.room.rules import Action

Next, Because = Inquiry.Next, Inquiry.Because


class CloseForm(DeskForm):
    action, title = "close", _("Close")
    does = Action.CLOSE
    button = _("Close it")
    done = _("Closed.")

    # One that is the same as another one is closed where the other one is named.
    because = forms.ChoiceField(
        label=_("Because"),
        # Nothing is chosen beforehand: the person reads the reason on their page.
        choices=[
            ("", _("Choose why")),
            *(row for row in Because.choices if row[0] and row[0] != Because.TWIN),
        ],
        error_messages={
            "required": _("Choose why it is closed; the person reads it on their page.")
        },
    )
    words = text_field(_("Note for your colleagues"), required=False, rows=2)

    def save(self):
        because = self.cleaned_data["because"]
        title = str(Because(because).label)
        self.write(Entry.Kind.NOTE, self.cleaned_data["words"], title=title)
        if because == Because.WITHDREW:
            erasing.stop(self.inquiry)
        else:
            self.inquiry.close(because)


class MergeForm(DeskForm):
    """The same person wrote twice: this one is closed, and the other goes on with its promise."""

    action, title = "merge", _("It is the same as another one")
    does = Action.MERGE
    button = _("Close this one, go on with the other")
    done = _("Closed as the same. Go on with the other one.")
    # That two are from the same address says that somebody has written before.
    needs_told = True

    twin = forms.ModelChoiceField(label=_("The other one"), queryset=Inquiry.objects.none())

    @classmethod
    def suits(cls, inquiry):
        return inquiry.is_open and duplicates.of(inquiry).open().exists()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = duplicates.of(self.inquiry).open()
        self.fields["twin"].queryset = others
        if len(others) == 1:
            self.initial = {"twin": others[0]}

    def save(self):
        inquiry, twin = self.inquiry, self.cleaned_data["twin"]
        self.write(Entry.Kind.NOTE, "", title=str(_("The same as {other}")).format(other=twin))
        twin.due_on = min(filter(None, [twin.due_on, inquiry.due_on]), default=None)
        twin.is_worrying = twin.is_worrying or inquiry.is_worrying
        twin.owner = twin.owner or inquiry.owner
        twin.next_on = min(filter(None, [twin.next_on, twin.due_on, inquiry.next_on]), default=None)
        if Next.ANSWER in (twin.next_action, inquiry.next_action):
            twin.next_action = Next.ANSWER
        twin.save(update_fields=["due_on", "is_worrying", "owner", "next_on", "next_action"])
        inquiry.offers.unanswered().update(inquiry=twin)
        inquiry.twin_of = twin
        inquiry.close(Because.TWIN)
        inquiry.save(update_fields=["twin_of", "closed_because", "state", "closed_on"])
        same_person.share_letters(twin, self.room)


class HoldForm(DeskForm):
    """A legal hold, or its end; why is kept with it, sealed. What is wanted stands in the page, so that
    a second press does not take back the first."""

    action, title = "hold", _("Legal hold")
    does = Action.HOLD
    is_for_put_aside = True
    event = RoomEvent.Kind.HELD
    done = _("Saved.")
    BEGIN, END = "begin", "end"

    want = forms.ChoiceField(choices=[(BEGIN, BEGIN), (END, END)], widget=forms.HiddenInput)
    words = text_field(_("Why"), _("Whose advice, and which case."), rows=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = {"want": self.END if self.inquiry.is_held else self.BEGIN}

    @property
    def button(self):
        return _("Lift the hold") if self.inquiry.is_held else _("It must be kept")

    def save(self):
        is_held = self.cleaned_data["want"] == self.BEGIN
        if is_held == self.inquiry.is_held:
            title = _("About the legal hold")
        else:
            title = _("A legal hold begins") if is_held else _("The legal hold ends")
        self.inquiry.is_held = is_held
        if is_held:
            self.inquiry.erase_at = None
        self.write(Entry.Kind.NOTE, self.cleaned_data["words"], title=str(title))


class HandOverForm(DeskForm):
    """They became a client: the record system has what it needs, so this can go."""

    action, title = "handed", _("The record system has it")
    does = Action.CLOSE
    button = _("It is in the record system")
    done = _("Kept. In thirty days it is erased here.")

    @classmethod
    def suits(cls, inquiry):
        return inquiry.is_to_be_handed_over

    def save(self):
        self.inquiry.handed_over_on = timezone.localdate()
        self.write(Entry.Kind.NOTE, "", title=str(_("The record system has it")))


class BringBackForm(DeskForm):
    """A colleague's eraser is not the last word: for a day, anybody who answers inquiries takes it back."""

    action, title = "back", _("Bring it back")
    is_for_put_aside = starts_open = True
    event = RoomEvent.Kind.BROUGHT_BACK
    button = _("Bring it back")
    done = _("It is back, where it stood.")

    @classmethod
    def suits(cls, inquiry):
        return inquiry.erase_at is not None

    def save(self):
        self.inquiry.erase_at = None
