"""The inquiry form: as little as somebody needs to be answered well.

It never asks for a date of birth, insurance numbers, a diagnosis, medication, substance use or
thoughts of self-harm: that is for a conversation, not for a form at night.
"""

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from intake import cannot, form_choices, referring
from intake.asked_once import AskedOnceForm
from intake.documents.choices import AGES, FOR_WHOM, REFERRAL
from intake.documents.content import ELSEWHERE, Content
from intake.form_choices import PAYER
from intake.further_ways import FurtherWaysForm
from intake.how_to_answer import HowToAnswerForm
from intake.if_you_like import OTHER_PAYER, IfYouLikeForm
from intake.marked_choices import MarkedRadios, MarkedSelect
from intake.optional_choices import OptionalChoice, OptionalChoices
from intake.wishes import WishesForm, number_of
from pages import languages
from staff.copied import NameField
from team import kept_topics
from team.models import TIMES, Payer
from writing.line_ends import Textarea

CONSENT = _(
    "You may use what I wrote here to answer me. It is not shared outside the practice, except where a life "
    "is in danger or the law requires it."
)


class InquiryForm(AskedOnceForm, HowToAnswerForm, FurtherWaysForm, IfYouLikeForm, WishesForm):
    # As they stand on the page: what is asked of everybody, then what is folded.
    field_order = [
        "name", "route", "email", "phone", "may_say_practice", "before_call", "state", "other_state", "age",
        "is_grown_up", "message", "for_whom", "topics", "therapist", "group", "population", "modality", "faith", "identity", "format", "times", "payment",
        "other_payer", "language", "was_client", "referrer",
    ]  # fmt: skip
    use_required_attribute = False  # the server's sentences say what to do; the browser's do not

    name = NameField(
        label=_("What may we call you?"),
        help_text=_("A first name, or any name you like."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "given-name", "class": "short"}),
        error_messages={"required": _("Write a name we can call you by; any name will do")},
    )
    # A US state; where an inquiry stands is ``Progress.state``.
    state = forms.ChoiceField(
        label=_("Which state will you be in when you meet?"),
        help_text=_("A license is good in certain states only, so we have to ask."),
        widget=MarkedSelect(attrs={"autocomplete": "address-level1"}),
        error_messages={"required": _("Choose the state you will be in, or “Somewhere else”")},
    )
    for_whom = forms.ChoiceField(
        label=_("Who is it for?"),
        choices=FOR_WHOM.items(),
        required=False,
        widget=forms.RadioSelect,
    )
    age = forms.ChoiceField(
        label=_("How old is the person who would come?"),
        help_text=_("If several people would come, the age of the youngest."),
        choices=AGES.items(),
        widget=MarkedRadios,
        error_messages={"required": _("Choose an age group")},
    )
    # Asked only where the youngest age is chosen.
    is_grown_up = forms.BooleanField(
        label=_("I am a grown-up, and write for a child"), required=False
    )
    topics = OptionalChoices(
        label=_("What brings you?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    format = OptionalChoice(label=_("How would you like to meet?"), required=False)
    times = OptionalChoices(
        label=_("When could you come?"),
        choices=[(key, label) for key, (_field, label) in TIMES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    payment = OptionalChoice(label=_("How would you pay?"), required=False)
    message = forms.CharField(
        label=_("What would you like us to know?"),
        help_text=_("“Sundays are hard” is enough. Please keep the details for the call."),
        required=False,
        max_length=2000,
        widget=Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    consent = forms.BooleanField(
        label=CONSENT,
        error_messages={"required": _("We need your consent before we can use what you wrote")},
    )
    # Left empty by people, who never see it.
    fax = forms.CharField(required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    offered = forms.CharField(required=False, widget=forms.MultipleHiddenInput)

    def __init__(self, *args, practice, offered=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.practice = practice
        for field in self.fields.values():
            if "invalid_choice" in field.error_messages:
                field.error_messages["invalid_choice"] = _("Choose from the list")
            # Of a group of choices the label says so: a single one of them is not required.
            if field.required and not isinstance(field.widget, forms.RadioSelect):
                field.widget.attrs["aria-required"] = "true"
        self.offer_states()
        self.offer_topics(set(offered))
        self.offer_payments()
        self.fit_words()

    def fit_words(self):
        """Whoever refers a patient is met with words of their own."""
        if self.is_referral:
            referring.speak(self.fields)
        else:
            referring.leave_out_patient(self.fields)

    @property
    def is_referral(self):
        chosen = self.data if self.is_bound else self.initial
        return chosen.get("for_whom") == REFERRAL

    @property
    def whom(self):
        """Whoever says that they write for a child need not say it twice."""
        answers = self.cleaned_data
        return answers["for_whom"] or ("child" if answers.get("is_grown_up") else "")

    def offer_states(self):
        self.fields["state"].widget.marks = cannot.marks_of_states(self.practice)
        self.fields["age"].widget.marks = cannot.marks_of_ages()
        self.fields["state"].choices = [
            ("", _("Choose one")),
            *form_choices.states(self.practice),
            (ELSEWHERE, _("Somewhere else")),
        ]

    def offer_topics(self, offered):
        """All specialties; those somebody was reading about come first, and none is ticked."""
        self.specialties = kept_topics.current().specialties
        self.reading_about = [topic for topic in self.specialties if topic.slug in offered]
        rest = [topic for topic in self.specialties if topic.slug not in offered]
        self.fields["topics"].choices = [(t.slug, name_of(t)) for t in [*self.reading_about, *rest]]
        if self.reading_about:
            self.offered_names = format_html_join(
                ", ", "{}", ((name_of(topic),) for topic in self.reading_about)
            )
            self.fields["topics"].help_text = format_html(
                _("You were reading about {topics}. Mention it?"), topics=self.offered_names
            )

    def offer_payments(self):
        self.fields["format"].choices = form_choices.formats()
        self.payers = form_choices.payers()
        self.fields["payment"].choices = form_choices.payments()

    @property
    def has_more(self):
        """Whether the fold has something in it that they wrote, or something to look at."""
        return any(field.errors or field.data for field in self.in_the_fold())

    def in_the_fold(self):
        first = [*self.fields].index("for_whom")
        hidden = ("consent", "fax", "offered", "asked_about", "asked_together")
        return [self[name] for name in [*self.fields][first:] if name not in hidden]

    @property
    def looks_automated(self):
        return bool(self.data.get("fax"))

    def content(self):
        answers = self.cleaned_data
        payer = self.payers.get(answers["payment"]) or self.payer_asked_for()
        return Content(
            name=answers["name"],
            **self.how_to_answer,
            **self.further_ways,
            **self.if_you_like,
            **self.wishes,
            state=answers["state"],
            for_whom=self.whom,
            age=answers["age"],
            topics=[topic.name for topic in self.specialties if topic.slug in answers["topics"]],
            format=answers["format"],
            times=answers["times"],
            payment="insurance" if payer else self.payment_chosen,
            payer=payer,
            other_payer=answers["other_payer"] if self.payment_chosen == OTHER_PAYER else "",
            message=answers["message"],
            consent=str(CONSENT),
            written_in=languages.of_page() if languages.is_other() else "",
        )

    @property
    def payment_chosen(self):
        """Whoever names an insurance and chooses nothing means that one."""
        answers = self.cleaned_data
        return answers["payment"] or (OTHER_PAYER if answers["other_payer"] else "")

    def payer_asked_for(self):
        """By its name, also where it is not taken any more."""
        number = number_of(str(self.data.get("payment") or "").removeprefix(PAYER))
        payer = Payer.objects.filter(pk=number).first()
        return payer.name if payer else ""


def name_of(topic):
    """In another language, what colleagues call it there, where that is known."""
    return languages.known(topic.clinical_name, topic.name) or languages.as_written(topic.name)
