"""Whom and what somebody wishes for. Whatever they named is kept by its name, also where it is not offered any more."""

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from groups import kept_groups
from groups.models import Group
from intake import form_choices
from intake.marked_choices import WrittenSelect
from intake.optional_choices import OptionalChoice
from pages import languages
from team.models import Identity, Modality, Population, Therapist

LONGEST_SLUG = 200
# A longer list to choose from is no help on a phone.
MOST_LISTED = 60


class WishesForm(forms.Form):
    therapist = OptionalChoice(
        label=_("Someone in particular?"), required=False, widget=WrittenSelect
    )
    group = OptionalChoice(label=_("A group or workshop?"), required=False, widget=WrittenSelect)
    # Only whoever chose one in the directory is asked about it: see ``from_directory``.
    population = OptionalChoice(
        label=_("Somebody who works with"), required=False, widget=WrittenSelect
    )
    modality = OptionalChoice(label=_("A certain approach?"), required=False, widget=WrittenSelect)
    faith = OptionalChoice(
        label=_("Somebody of a certain faith?"), required=False, widget=WrittenSelect
    )
    identity = OptionalChoice(
        label=_("Somebody who says of themself"), required=False, widget=WrittenSelect
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = form_choices.current()
        self.fields["therapist"].widget.written = choices.supervised
        self.offer_people(choices.people)
        # Titles are as staff wrote them, and so is what stands behind one.
        with languages.in_ours():
            self.groups = kept_groups.to_choose()
        self.offer("group", _("None of them"), self.groups)
        if not self.groups:
            self.fields["group"].widget = forms.HiddenInput()
        self.offer_again("population", _("Whoever fits"), choices.populations)
        self.offer_again("modality", _("Whichever helps"), choices.modalities)
        for kind, identities in choices.identities.items():
            self.offer_again(kind, _("Whoever fits"), identities)

    def offer(self, name, nothing, choices):
        self.fields[name].choices = [("", nothing), *choices.items()]

    def offer_again(self, name, nothing, choices):
        """The one that they brought along, to be kept or taken back; the directory has the others."""
        asked_for = str((self.data if self.is_bound else self.initial).get(name) or "")
        self.offer(name, nothing, {one: choices[one] for one in [asked_for] if one in choices})

    def offer_people(self, people):
        if len(people) > MOST_LISTED:
            asked_for = str(self.data.get("therapist") or self.initial.get("therapist") or "")
            people = {slug: people[slug] for slug in [asked_for] if slug in people}
            self.fields["therapist"].help_text = format_html(
                _(
                    "We are too many to list here. {link}, and begin from the page of whoever you like."
                ),
                link=link_to_team(),
            )
        self.offer("therapist", _("Help me choose"), people)

    def from_directory(self):
        """The fields of what somebody chose there, beside what everybody is asked."""
        fields = [self[name] for name in ("population", "modality", *Identity.Kind.values)]
        return [one for one in fields if len(one.field.choices) > 1]

    @property
    def wishes(self):
        """Fields of ``Content``."""
        person = self.named("therapist", Therapist.objects)
        group = self.named("group", Group.objects.once_public())
        population = self.numbered("population", Population.objects)
        modality = self.named("modality", Modality.objects)
        return {
            "therapist": person.shown_name_with_credentials if person else "",
            "group": group.title if group else "",
            "population": population.name if population else "",
            "modality": modality.name if modality else "",
            "identities": [
                row.name
                for kind in Identity.Kind.values
                if (row := self.numbered(kind, Identity.objects.filter(kind=kind)))
            ],
        }

    def numbered(self, name, rows):
        return rows.filter(pk=number_of(str(self.data.get(name) or ""))).first()

    def named(self, name, rows):
        slug = str(self.data.get(name) or "")[:LONGEST_SLUG]
        return rows.filter(slug=slug).first() if slug else None


def number_of(value):
    """What is no number is nobody's."""
    return int(value) if value.isdecimal() and len(value) < 10 else None


def link_to_team():
    # In a tab of its own: what somebody has typed here stays.
    return format_html(
        '<a href="{}" target="_blank" rel="noopener">{}</a>',
        reverse("team:therapist_list"),
        _("Read about them in a new tab"),
    )
