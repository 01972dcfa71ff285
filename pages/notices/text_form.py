"""The form of one text of a legal notice: a draft takes anything, what is put in force is whole."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.models import LegalNotice, NoticeText


class NoticeTextForm(forms.ModelForm):
    puts_in_force = forms.BooleanField(
        label=_("Put it in force"),
        required=False,
        help_text=_(
            "From its day on, and not before you save, visitors see it. Then it is kept as it is: a later text "
            "takes its place."
        ),
    )

    class Meta:
        model = NoticeText
        fields = [
            "notice", "outcome", "title", "text", "has_substance_use", "substance_use_text", "contact_name",
            "contact_phone", "contact_email", "reason", "decided_by", "model_url", "model_seen_on", "in_force_from",
        ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("puts_in_force", self.instance.is_shown)

    def clean(self):
        cleaned = super().clean()
        if self.instance.has_stood:
            raise ValidationError(_("This text has come into force meanwhile. Write a later one."))
        return cleaned

    def _post_clean(self):
        super()._post_clean()
        if self.cleaned_data.get("puts_in_force") and not self.errors:
            try:
                self.instance.check_ready()
            except ValidationError as missing:
                self.add_error(None, missing)

    def save(self, commit=True):
        if not self.cleaned_data["puts_in_force"]:
            self.instance.shown_from, self.instance.shown_by = None, ""
        return super().save(commit)


def begin_after(notice: LegalNotice) -> dict[str, object]:
    """A next text begins as the one that visitors read last."""
    stood = notice.texts.stood().filter(outcome=NoticeText.Outcome.TEXT)
    last = stood.order_by("-shown_from", "-pk").first()
    copied = [
        "title", "text", "has_substance_use", "substance_use_text", "contact_name", "contact_phone",
        "contact_email", "model_url", "model_seen_on",
    ]  # fmt: skip
    values = {name: getattr(last, name) for name in copied} if last else {}
    return {"notice": notice.pk, "in_force_from": timezone.localdate(), **values}
