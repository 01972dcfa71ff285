"""What a coordinator can do with an inquiry, one small form for each."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import duplicates
from intake.desk.form import DeskForm, LetterToPage, words
from intake.desk.steps import answering
from intake.models import Entry, Inquiry

State, Next, Because = Inquiry.State, Inquiry.Next, Inquiry.Because


class NoteForm(DeskForm):
    action, title = "note", _("Write a note")
    button = _("Keep the note")
    done = _("The note is kept, sealed.")

    words = words(_("Note"), _("For your colleagues. It is sealed at once, locked or not."))

    def save(self):
        self.write(Entry.Kind.NOTE, self.cleaned_data["words"])


class AttemptForm(DeskForm):
    action, title = "attempt", _("You tried to reach them")
    button = _("Write it down")
    done = _("Written down.")

    SPOKE, WROTE, VOICEMAIL, NOBODY, WRONG = "spoke", "wrote", "voicemail", "nobody", "wrong"
    OUTCOMES = {
        SPOKE: _("We spoke"),
        WROTE: _("I wrote to them"),
        VOICEMAIL: _("I left a voicemail"),
        NOBODY: _("Nobody answered"),
        WRONG: _("Wrong number or address"),
    }

    outcome = forms.ChoiceField(
        label=_("What happened"), choices=OUTCOMES.items(), widget=forms.RadioSelect
    )
    words = words(_("What was said"), required=False, rows=3)

    def save(self):
        outcome = self.cleaned_data["outcome"]
        self.write(
            Entry.Kind.ATTEMPT, self.cleaned_data["words"], title=str(self.OUTCOMES[outcome])
        )
        inquiry = self.inquiry
        inquiry.owner = inquiry.owner or self.user
        if outcome in (self.SPOKE, self.WROTE):
            inquiry.mark_answered()
        if inquiry.state == State.NEW:
            is_reached = outcome in (self.SPOKE, self.WROTE)
            inquiry.move(
                State.TALKING,
                next_action=Next.FIND if is_reached else Next.TRY_AGAIN,
                next_on=self.in_business_days(2 if is_reached else 1),
            )


class NextForm(DeskForm):
    action, title = "next", _("Who does what next")
    button = _("Save")
    done = _("Saved.")

    place = forms.ChoiceField(
        label=_("Place"), choices=[row for row in State.choices if row[0] != State.CLOSED]
    )
    owner = forms.ModelChoiceField(
        label=_("Who answers"), queryset=get_user_model().objects.none(), required=False
    )
    next_action = forms.ChoiceField(label=_("Next"), choices=Next.choices, required=False)
    next_on = forms.DateField(
        label=_("On"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        inquiry = self.inquiry
        self.fields["owner"].queryset = answering(inquiry)
        self.initial = {
            "place": State.TALKING if inquiry.state == State.CLOSED else inquiry.state,
            "owner": inquiry.owner,
            "next_action": inquiry.next_action,
            "next_on": inquiry.next_on,
        }

    def save(self):
        answers = self.cleaned_data
        self.inquiry.owner = answers["owner"]
        self.inquiry.move(
            answers["place"], next_action=answers["next_action"], next_on=answers["next_on"]
        )


class LetterForm(LetterToPage):
    action, title = "letter", _("Write to them on their page")
    button = _("Put the letter on their page")
    done = _(
        "Your letter is on their page. If they left an e-mail address, unlock to tell them so."
    )

    words = words(
        _("Letter"),
        _("Sealed so that only their own link opens it. They see it as you write it here."),
        rows=8,
    )

    def save(self):
        self.write(Entry.Kind.LETTER, self.cleaned_data["words"])
        self.inquiry.is_news_untold = True
        self.inquiry.mark_answered()
        if self.inquiry.state == State.NEW:
            self.inquiry.owner = self.inquiry.owner or self.user
            self.inquiry.move(
                State.TALKING, next_action=Next.FIND, next_on=self.in_business_days(2)
            )


class CloseForm(DeskForm):
    action, title = "close", _("Close")
    button = _("Close it")
    done = _("Closed.")

    because = forms.ChoiceField(label=_("Because"), choices=Because.choices)
    words = words(_("A word for your colleagues"), required=False, rows=2)

    def save(self):
        because = self.cleaned_data["because"]
        title = str(Because(because).label)
        self.write(Entry.Kind.NOTE, self.cleaned_data["words"], title=title)
        self.inquiry.close(because)


class WorryForm(DeskForm):
    """Opens the practice's own protocol, and keeps that it was used."""

    action, title = "worry", _("This message worries me")
    button = _("Open the protocol")
    done = _(
        "Kept that you looked at this with care. Follow the steps above; say below what you did."
    )

    def save(self):
        self.inquiry.is_worrying = True
        self.write(Entry.Kind.NOTE, "", title=str(_("The safety protocol was opened")))


class MergeForm(DeskForm):
    """The same person wrote twice: this one is closed, and the other goes on."""

    action, title = "merge", _("It is the same as another one")
    button = _("Close this one, go on with the other")
    done = _("Closed as the same. Go on with the other one.")

    twin = forms.ModelChoiceField(label=_("The other one"), queryset=Inquiry.objects.none())

    @classmethod
    def suits(cls, inquiry):
        return duplicates.of(inquiry).open().exists()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["twin"].queryset = duplicates.of(self.inquiry).open()

    def save(self):
        twin = self.cleaned_data["twin"]
        self.write(Entry.Kind.NOTE, "", title=str(_("The same as {other}")).format(other=twin))
        self.inquiry.twin_of = twin
        self.inquiry.close(Because.TWIN)


class HoldForm(DeskForm):
    """A legal hold, or its end; why is kept with it, sealed."""

    action, title = "hold", _("Legal hold")
    done = _("Saved.")

    words = words(_("Why"), _("Whose advice, and which case."), rows=2)

    @property
    def button(self):
        return _("Lift the hold") if self.inquiry.is_held else _("It must be kept")

    def save(self):
        self.inquiry.is_held = not self.inquiry.is_held
        title = _("A legal hold begins") if self.inquiry.is_held else _("The legal hold ends")
        self.write(Entry.Kind.NOTE, self.cleaned_data["words"], title=str(title))


class HandOverForm(DeskForm):
    """They became a client: the record system has what it needs, so this can go."""

    action, title = "handed", _("The record system has it")
    button = _("It is in the record system")
    done = _("Kept. In thirty days it is erased here.")

    @classmethod
    def suits(cls, inquiry):
        return inquiry.is_to_be_handed_over

    def save(self):
        self.inquiry.handed_over_on = timezone.localdate()
        self.write(Entry.Kind.NOTE, "", title=str(_("The record system has it")))
