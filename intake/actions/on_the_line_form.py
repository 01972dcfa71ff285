"""What somebody says who is on the line, as choices: enough to tell them who fits, and not a word of theirs.

Its answers stand in an address, so there is nothing in it to write into.
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from intake import form_choices
from intake.documents.choices import AGES, FOR_WHOM
from intake.documents.content import ELSEWHERE, Content
from intake.forms import OptionalChoice, OptionalChoices
from pages.states import STATES
from team.models import TIMES

UNSAID = ("", _("Not said"))
SOMEWHERE_ELSE = (ELSEWHERE, _("Outside the United States"))


class OnTheLineForm(forms.Form):
    """Named as in ``TakeDownForm``, into which they are carried over."""

    use_required_attribute = False

    state = OptionalChoice(label=_("State they are in"), required=False)
    age = OptionalChoice(label=_("Age"), choices=[UNSAID, *AGES.items()], required=False)
    for_whom = OptionalChoice(
        label=_("Who it is for"), choices=[UNSAID, *FOR_WHOM.items()], required=False
    )
    payment = OptionalChoice(label=_("How they pay"), required=False)
    format = OptionalChoice(label=_("Way to meet"), required=False)
    language = OptionalChoice(label=_("Language"), required=False)
    times = OptionalChoices(
        label=_("When they could come"),
        choices=[(key, label) for key, (_field, label) in TIMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, practice, **kwargs):
        super().__init__(*args, **kwargs)
        served = form_choices.states(practice)
        others = [(code, name) for code, name in STATES if (code, name) not in served]
        self.others = dict(others)
        elsewhere = (_("Elsewhere"), [*others, SOMEWHERE_ELSE])
        self.fields["state"].choices = [UNSAID, *served, elsewhere]
        self.fields["payment"].choices = [UNSAID, *form_choices.payments()[1:]]
        self.fields["format"].choices = [UNSAID, *form_choices.formats()[1:]]
        languages = form_choices.current().languages.values()
        self.fields["language"].choices = [UNSAID, *((name, name) for name in languages)]

    @property
    def chosen(self):
        """What was chosen, as it stands in an address; what is not offered is left out."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def carried(self):
        """The same for ``TakeDownForm``, which asks for the name of a state that is not served."""
        state = self.chosen.get("state")
        if state not in self.others:
            return self.chosen
        return self.chosen | {"state": ELSEWHERE, "other_state": str(self.others[state])}

    @property
    def in_words(self):
        """[(label, text)] of what was chosen, for paper."""
        labels = {name: dict(flat(field.choices)) for name, field in self.fields.items()}
        return [
            (self.fields[name].label, ", ".join(str(labels[name][one]) for one in as_list(value)))
            for name, value in self.chosen.items()
        ]

    def content(self):
        answers, carried = self.cleaned_data, self.carried
        payer = form_choices.payers().get(answers["payment"], "")
        return Content(
            name="",
            route="",
            state=carried.get("state", ""),
            other_state=carried.get("other_state", ""),
            for_whom=answers["for_whom"],
            age=answers["age"],
            format=answers["format"],
            times=answers["times"],
            language=answers["language"],
            payment="insurance" if payer else answers["payment"],
            payer=payer,
        )


def flat(choices):
    """Without the groups that some of them stand in."""
    for value, label in choices:
        yield from label if isinstance(label, list) else [(value, label)]


def as_list(value):
    return value if isinstance(value, list) else [value]
