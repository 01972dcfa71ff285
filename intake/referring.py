"""The form as it speaks to a professional who refers a patient, and is not whoever would come."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from intake.documents.reaching import REFERRED

LABELS = {
    "name": _("Your name and practice"),
    "state": _("Which state will the patient be in when they meet one of us?"),
    "age": _("How old is the patient?"),
    "topics": _("What brings the patient?"),
    "format": _("How would they like to meet?"),
    "times": _("When could they come?"),
    "payment": _("How would they pay?"),
    "language": _("In which language would they rather talk?"),
    "was_client": _("The patient has been a client here before"),
}
HINTS = {
    "name": _("So that we know whom to ask for."),
    "phone": _("If you chose a call or a text message: how we reach you, best on a direct line."),
    "before_call": _("For example: between patients, at ten to the hour."),
    "message": _(
        "What the patient needs, in a few words. Please leave their name out until we talk."
    ),
}


def speak(fields: dict[str, Any]) -> None:
    for name, label in LABELS.items():
        fields[name].label = label
    for name, hint in HINTS.items():
        fields[name].help_text = hint
    fields["name"].widget.attrs["autocomplete"] = "name"


def leave_out_patient(fields: dict[str, Any]) -> None:
    """Whoever writes for themselves or their own may have somebody called, and refers nobody."""
    for name, field in fields.items():
        if name.endswith("_relation"):
            field.choices = [one for one in field.choices if one[0] != REFERRED]
