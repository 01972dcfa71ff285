"""Making a private link: for whom, as what, and how it gets there."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editing.models import BINDING, Capacity, PreviewLink

DAYS = [(days, gettext_lazy("%d days") % days) for days in (3, 14, 30)]


class LinkForm(forms.ModelForm):
    """``asked`` are the people the content itself names: (key, name, capacity, e-mail). ``may_bind``: whether
    an answer can be one that its texts wait for."""

    days = forms.TypedChoiceField(
        label=gettext_lazy("Open for"), choices=DAYS, coerce=int, initial=14
    )

    class Meta:
        model = PreviewLink
        fields = ["reader", "capacity", "email"]
        help_texts = {
            "reader": gettext_lazy("The name that will stand under the answer."),
            "capacity": gettext_lazy("Whoever only reads is not asked for an answer."),
            "email": gettext_lazy(
                "Filled in, the link is emailed. Empty: copy it and send it yourself. A "
                "supervisor’s yes counts by itself only by a link emailed to the address of "
                "their account."
            ),
        }

    def __init__(
        self, *args, asked=(), how_it_goes=None, may_hand_over=True, may_bind=True, **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.asked, self.how_it_goes, self.may_hand_over = asked, how_it_goes, may_hand_over
        self.fields["reader"].widget.attrs |= {"list": "asked", "autocomplete": "off"}
        # Where nobody's yes is waited for by link, none is offered that would not count.
        left_out = {Capacity.EDITOR, *(BINDING if not may_bind else ())}
        self.fields["capacity"].choices = [
            (c.value, c.label) for c in Capacity if c not in left_out
        ]
        if waited_for := next((person for person in asked if person.capacity in BINDING), None):
            # Whom the text waits for, until somebody else is wanted.
            self.initial |= {
                "reader": waited_for.name,
                "capacity": waited_for.capacity,
                "email": waited_for.email,
            }

    def clean(self):
        cleaned = super().clean()
        needs_key = cleaned.get("capacity") in BINDING
        person = self.person_asked(cleaned) if needs_key else None
        self.instance.reader_key = person.key if person else ""
        if person and not self.may_hand_over:
            self.send_to_account(cleaned, person)
        if self.how_it_goes:
            email = cleaned.get("email") or ""
            self.instance.sent = self.how_it_goes(self.instance.reader_key, email)
        return cleaned

    def person_asked(self, cleaned):
        """Who of those that can answer as this is meant: exactly one, or an error."""
        name = cleaned.get("reader", "").strip().casefold()
        can = {
            person.key: person for person in self.asked if person.capacity == cleaned["capacity"]
        }
        found = [person for person in can.values() if person.name.casefold() == name]
        if len(found) == 1:
            return found[0]
        if found:
            message = _(
                "Several people of this name can answer. Ask them to sign in and say yes there."
            )
        else:
            message = _("Only these people can answer as that for this text: %(names)s.")
            message %= {"names": ", ".join(person.name for person in can.values()) or "–"}
        self.add_error("reader", message)
        return None

    def send_to_account(self, cleaned, person):
        """Whoever writes the text must not be able to give the supervisor's yes: the link goes to
        the supervisor's own address and is shown to nobody else."""
        if not person.email:
            message = _("There is no email address for %(name)s. Ask an editor to make this link.")
            self.add_error("reader", message % {"name": person.name})
        cleaned["email"] = self.instance.email = person.email
