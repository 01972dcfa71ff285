"""What somebody is asked who brings a text, and what an editor says who asks for one."""

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blog.authorship import Team
from blog.models import Article, AskedText
from blog.start.forms import RowsForm
from team.models import Therapist
from writing.line_ends import OneLine, Textarea

LONGEST_WORDS = 3000
# Before it is ready; while somebody looks, nothing is.
NEEDED = ("title", "recognizable")


class ReadyForm(RowsForm):
    """The rows of the text, and the few questions that only whoever wrote it can answer."""

    RECOGNIZABLE = (
        ("nobody", _("Nobody. It is general, or put together from several people.")),
        ("agreed", _("Somebody, and they have agreed to it as it stands here.")),
        ("unsure", _("I am not sure. Please look at it with me.")),
    )

    title = forms.CharField(
        label=_("What is it called?"), max_length=200, required=False, widget=OneLine
    )
    opening_lines = forms.CharField(
        label=_("Opening lines"),
        help_text=_("A sentence or two that are set apart at the top: a thought, or a quotation."),
        max_length=600,
        required=False,
        widget=Textarea(attrs={"rows": 2}),
    )
    recognizable = forms.ChoiceField(
        label=_("Could somebody recognize a client, or themselves, in it?"),
        choices=RECOGNIZABLE,
        widget=forms.RadioSelect,
        required=False,
    )
    words = forms.CharField(
        label=_("Anything the editors should know"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_confirmed = self.is_bound and "confirm" in self.data

    @property
    def questions(self):
        """The fields that are asked: not for a title where a row is the title."""
        proposal = super().proposal
        told = {"title": proposal.title, "opening_lines": proposal.opening_lines}
        names = ("title", "opening_lines", "recognizable", "words")
        for name in NEEDED:
            self.fields[name].is_needed = True
        return [self[name] for name in names if not told.get(name)]

    @property
    def has_pictures(self):
        return any(row.of.file is not None for row in self.asked.values())

    @property
    def needs_a_look(self):
        """Whether the rows are worth being seen without asking."""
        return self.has_pictures or any(name.startswith("row-") for name in self.errors)

    @property
    def proposal(self):
        proposal = super().proposal
        if self.is_bound and hasattr(self, "cleaned_data"):
            for name in ("title", "opening_lines"):
                if not getattr(proposal, name):
                    setattr(proposal, name, self.cleaned_data.get(name, ""))
        return proposal

    def clean(self):
        data = super().clean()
        if self.is_confirmed:
            if not self.proposal.title and "title" not in self.errors:
                self.add_error(
                    "title", _("Say what it is called, or which row of the text is the title.")
                )
            if not data.get("recognizable"):
                self.add_error("recognizable", _("Choose one of the three."))
        return data

    @property
    def note(self):
        """What was answered, as the editors read it."""
        answer = dict(self.RECOGNIZABLE)[self.cleaned_data["recognizable"]]
        said = f"{self.fields['recognizable'].label} {answer}"
        return "\n\n".join(filter(None, [said, self.cleaned_data["words"]]))


class CorrectionForm(forms.Form):
    note = forms.CharField(
        label=_("What is to be corrected"),
        max_length=LONGEST_WORDS,
        widget=Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say in a few words what is to be corrected.")},
    )


class AskForm(forms.ModelForm):
    """For whom a link is made, and whether it is mailed."""

    is_mailed = forms.BooleanField(
        label=_("Email it to them"),
        required=False,
        help_text=_("Else copy the link, and send it yourself."),
    )

    class Meta:
        model = AskedText
        fields = ["therapist", "name", "is_mailed", "email"]
        labels = {"therapist": _("Who")}
        help_texts = {
            "name": _("For somebody who has no profile here."),
            "email": _("Empty: the address of their account, if they have one."),
        }

    field_order = ["therapist", "name", "is_mailed", "email"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        here = Q(left_on=None) | Q(left_on__gt=timezone.localdate())
        self.fields["therapist"].queryset = Therapist.objects.filter(here).order_by("name")
        self.fields["therapist"].empty_label = _("Choose a name")

    def clean(self):
        data = super().clean()
        person, name = data.get("therapist"), (data.get("name") or "").strip()
        if name and not person:
            # Somebody of the team is that person, supervision included.
            person = Team(Article()).known(name)
        elif name:
            self.add_error("name", _("Choose somebody of the team or write a name, not both."))
        elif not person and "therapist" not in self.errors:
            self.add_error("therapist", _("Choose who is asked, or write a name."))
        self.instance.therapist = data["therapist"] = person
        data["name"] = person.name if person else name
        data["email"] = self.address(data, person) if data.get("is_mailed") else ""
        return data

    def address(self, data, person):
        account = person.user.email if person and person.user and person.user.is_active else ""
        address = data.get("email") or account
        if not address and "email" not in self.errors:
            self.add_error(
                "email", _("There is no address to email it to. Write one, or copy the link.")
            )
        return address
