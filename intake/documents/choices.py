"""What can be chosen on the form, by the codes that the document keeps: they never change."""

from django.utils.translation import gettext_lazy as _

ROUTES = {
    "email": _("Email"),
    "call": _("Phone call"),
    "text": _("Text message"),
    "call-no-voicemail": _("Phone call, but leave no voicemail"),
}
REFERRAL = "patient"
FOR_WHOM = {
    "me": _("Me"),
    "child": _("My child"),
    "couple": _("My partner and me"),
    "family": _("My family"),
    REFERRAL: _("A patient I refer"),
    "other": _("Somebody else"),
}
AGES = {
    "under-13": _("Under 13"),
    "13-17": _("13 to 17"),
    "18-25": _("18 to 25"),
    "26-64": _("26 to 64"),
    "65-up": _("65 or older"),
}
FORMATS = {
    "in-person": _("In person"),
    "video": _("By video"),
    "phone": _("By phone"),
    "": _("Not sure yet"),
}
PAYMENTS = {
    "insurance": _("With insurance"),
    "self": _("Out of pocket"),
    "other": _("Another insurance"),
    "reduced": _("At a reduced fee (sliding scale)"),
    "": _("Not sure yet"),
}
# In which language they wrote, where it is not the site's own.
WRITTEN_IN = {"es": _("Spanish")}
CAME_BY = {
    "call": _("Phone call"),
    "voicemail": _("Voicemail"),
    "visit": _("Walk-in"),
    "letter": _("Letter or email"),
}
