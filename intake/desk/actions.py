"""What a coordinator can do with an inquiry, one small form for each."""

from datetime import timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake import waitlist
from intake.desk.form import DeskForm, LetterToPage, text_field
from intake.desk.steps import answering
from intake.models import Entry, Inquiry

FARTHEST = timedelta(days=366)
State, Next = Inquiry.State, Inquiry.Next


class NoteForm(DeskForm):
    action, title = "note", _("Write a note")
    button = _("Keep the note")
    starts_open = True
    done = _("The note is kept, sealed.")

    words = text_field(_("Note"), _("For your colleagues. It is sealed at once, locked or not."))

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
    words = text_field(_("What was said"), required=False, rows=3)

    def save(self):
        outcome = self.cleaned_data["outcome"]
        self.write(
            Entry.Kind.ATTEMPT, self.cleaned_data["words"], title=str(self.OUTCOMES[outcome])
        )
        inquiry, is_reached = self.inquiry, outcome in (self.SPOKE, self.WROTE)
        inquiry.owner = inquiry.owner or self.user
        if is_reached:
            inquiry.mark_answered()
        if is_reached or outcome == self.VOICEMAIL:
            inquiry.is_told_by_us = False
        if inquiry.state == State.WAITING:
            self.go_on_waiting(outcome)
        elif inquiry.is_open and inquiry.next_action in (Next.ANSWER, Next.TRY_AGAIN):
            self.go_on(is_reached)

    def go_on(self, is_reached):
        place = self.inquiry.state if self.inquiry.state == State.OFFERED else State.TALKING
        is_asked = self.inquiry.offers.unanswered().exists()
        if place == State.OFFERED and not is_asked:
            # The answer is passed on: what is left is to hear whether they come together.
            after = Next.AGREE
        else:
            after = Next.HEAR_BACK if place == State.OFFERED else Next.FIND
        self.inquiry.move(
            place,
            next_action=after if is_reached else Next.TRY_AGAIN,
            next_on=self.in_business_days(2 if is_reached else 1),
        )

    def go_on_waiting(self, outcome):
        """Whoever was spoken with has been heard; whoever was written to has two weeks to answer."""
        if outcome == self.SPOKE:
            waitlist.put_on(self.inquiry)
        elif outcome in (self.WROTE, self.VOICEMAIL):
            waitlist.was_told(self.inquiry, by_mail=True)
        elif self.inquiry.is_told_by_us or self.inquiry.next_action != Next.ASK_AGAIN:
            self.inquiry.next_on = self.in_business_days(1)


class NextForm(DeskForm):
    """Changes only what was changed on the page: a colleague may have moved the rest meanwhile."""

    action, title = "next", _("Who does what next")
    button = _("Save")
    done = _("Saved.")

    place = forms.ChoiceField(
        label=_("Place"),
        choices=[row for row in State.choices if row[0] != State.CLOSED],
        show_hidden_initial=True,
    )
    owner = forms.ModelChoiceField(
        label=_("Who answers"),
        queryset=get_user_model().objects.none(),
        required=False,
        show_hidden_initial=True,
    )
    next_action = forms.ChoiceField(
        label=_("Next"),
        choices=[("", "---------"), *(row for row in Next.choices if row[0])],
        show_hidden_initial=True,
        error_messages={"required": _("Say what is next, so that nobody is forgotten.")},
    )
    next_on = forms.DateField(
        label=_("On"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        show_hidden_initial=True,
        error_messages={"required": _("Choose a day, so that nobody is forgotten.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        inquiry = self.inquiry
        self.fields["owner"].queryset = answering(inquiry)
        self.initial = {
            "place": inquiry.state if inquiry.is_open else State.TALKING,
            "owner": inquiry.owner_id,
            "next_action": inquiry.next_action,
            "next_on": inquiry.next_on,
        }

    def clean_next_on(self):
        day, today = self.cleaned_data["next_on"], timezone.localdate()
        is_new = "next_on" in self.changed_data
        if is_new and not today <= day <= today + FARTHEST:
            raise forms.ValidationError(_("Choose today or a day within a year."))
        return day

    def save(self):
        inquiry, answers = self.inquiry, self.cleaned_data
        changed = {name: answers[name] for name in self.changed_data}
        if "owner" in changed:
            inquiry.owner = changed["owner"]
        is_reopened = not inquiry.is_open
        place = answers["place"] if is_reopened else changed.get("place", inquiry.state)
        inquiry.move(
            place,
            next_action=changed.get("next_action", inquiry.next_action),
            next_on=changed.get("next_on", inquiry.next_on),
        )


class LetterForm(LetterToPage):
    action, title = "letter", _("Write to them on their page")
    button = _("Put the letter on their page")

    words = text_field(
        _("Letter"),
        _("Sealed so that only their own link opens it. They see it as you write it here."),
        rows=8,
    )

    def save(self):
        self.write(Entry.Kind.LETTER, self.cleaned_data["words"])
        self.inquiry.is_news_untold = True
        if self.inquiry.state == State.NEW:
            self.inquiry.owner = self.inquiry.owner or self.user
            self.inquiry.move(
                State.TALKING, next_action=Next.FIND, next_on=self.in_business_days(2)
            )


class WorryForm(DeskForm):
    """Opens the practice's own protocol, and keeps that it was used."""

    action, title = "worry", _("This message worries me")
    button = _("Open the protocol")
    done = _("Recorded. Your practice’s steps stand on this page: say below what you did.")

    def save(self):
        self.inquiry.is_worrying = True
        self.write(Entry.Kind.NOTE, "", title=str(_("The safety protocol was opened")))
