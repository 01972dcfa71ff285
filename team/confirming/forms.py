"""What is asked of one person's room: short enough for ten seconds."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from team.confirming.said import LIMITS, Said, as_mark, from_mark, said_of
from team.models import TIMES, Therapist
from team.room_limits import offered_by

Availability = Therapist.Availability
ANSWERS = [
    (Availability.ACCEPTING.value, _("Yes")),
    (Availability.WAITLIST.value, _("Waitlist")),
    (Availability.CLOSED.value, _("No")),
]
MOST_OPENINGS = 99


class SaidForm(forms.Form):
    """What is said of room: ``standing`` is what stands there now, and ``seen`` comes back as it was sent, what stood
    there when somebody began."""

    use_required_attribute = False
    standing: Said

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, standing: Said, data: Any = None, **options: Any) -> None:
        self.standing = standing
        super().__init__(data, initial=standing | {"seen": as_mark(standing)}, **options)

    @property
    def said(self) -> Said:
        return {name: self.cleaned_data[name] for name in self.standing}

    @property
    def is_of_now(self) -> bool:
        """Nobody has said anything else since somebody began."""
        return from_mark(self.cleaned_data["seen"]) == self.standing

    @property
    def is_changed(self) -> bool:
        """By whoever sent it."""
        return self.said != from_mark(self.cleaned_data["seen"])

    def begin_again(self) -> None:
        """What was typed stays; from now on it is of what stands there now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = as_mark(self.standing)


class RoomForm(SaidForm):
    """Of one person."""

    availability = forms.ChoiceField(
        label=_("Room for new clients"), choices=ANSWERS, widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("In words"), max_length=120, required=False)
    openings = forms.IntegerField(
        label=_("How many"), min_value=1, max_value=MOST_OPENINGS, required=False
    )
    times = forms.MultipleChoiceField(
        label=_("When"),
        choices=[(key, words) for key, (_field, words) in TIMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    formats = forms.MultipleChoiceField(
        label=_("Only"), required=False, widget=forms.CheckboxSelectMultiple
    )
    populations = forms.MultipleChoiceField(
        label=_("Only for"), required=False, widget=forms.CheckboxSelectMultiple
    )
    payers = forms.MultipleChoiceField(
        label=_("Only with"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, person: Therapist, data: Any = None, **options: Any) -> None:
        self.person = person
        super().__init__(said_of(person), data, prefix=f"room-{person.pk}", **options)
        for name, options_of in zip(LIMITS, offered_by(person), strict=True):
            # One way to meet is no choice.
            if len(options_of) > 1:
                self.fields[name].choices = list(options_of.items())  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    @property
    def limits(self) -> list[forms.BoundField]:
        return [self[name] for name in LIMITS if name in self.fields]

    @property
    def is_folded(self) -> bool:
        """Nothing of what is folded away was chosen, or is wrong."""
        return not any(
            self[name].value() or self[name].errors for name in LIMITS if name in self.fields
        )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("availability") != Availability.ACCEPTING:
            told["openings"] = None
        for name in LIMITS:
            chosen = told.get(name, [])
            # All of them are no limit.
            told[name] = (
                []
                if name in self.fields and len(chosen) == len(self.fields[name].choices)
                else chosen
            )  # type: ignore[attr-defined]
        return told
