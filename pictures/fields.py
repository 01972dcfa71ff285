"""A relation to a picture, in a form: the plain list of descriptions, and what a script adds to it."""

import json

from django import forms
from django.forms import Script
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

LIBRARY_MESSAGES = {
    "nothing_found": _("No picture matches."),
    "choose": _("Choose a picture, or add a new one."),
    "unreachable": _("The picture library cannot be reached just now. Try again in a moment."),
    "decorative": _("Only decoration"),
}
MESSAGES = LIBRARY_MESSAGES | {
    "chosen": _("Chosen. Save to keep it."),
    "none": _("No picture now. Save to keep it so."),
    "taken_back": _("The picture is as it was when you opened this page."),
}


class PictureSelect(forms.Select):
    """The chosen picture, shown, and a way into the library. Its real field stays the ``<select>``.

    ``addresses`` are what ``chooser_addresses`` gives; without ``library`` there is nothing to choose from.
    """

    template_name = "widgets/picture_select.html"

    class Media:
        css = {"all": ["css/desk/dialog.css", "css/desk/picture-field.css"]}
        js = [Script("js/picture-field.js", type="module")]

    def __init__(self, attrs=None, choices=(), addresses=None):
        super().__init__(attrs, choices)
        self.addresses = addresses or {}

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        config = {
            "addresses": self.addresses,
            "library": static("js/picture-library.js"),
            "messages": {key: str(message) for key, message in MESSAGES.items()},
        }
        image = self.chosen(value)
        context |= {
            "addresses": self.addresses,
            "config": json.dumps(config, ensure_ascii=False),
            "image": image,
        }
        if image:
            context["image_name"] = name_of(image)
            # The script puts in the number of whichever picture is chosen.
            context["edit_address"] = self.addresses.get("edit", "").replace(
                "PICTURE", str(image.pk)
            )
        return context

    def chosen(self, value):
        # Among the choices only: a number sent in shows nobody a picture they may not choose.
        try:
            return self.choices.queryset.defer(None).filter(pk=value).first() if value else None
        except (TypeError, ValueError):
            return None

    def use_required_attribute(self, initial):
        # Browsers cannot point at a list the chooser has taken the place of.
        return False


class PictureField(forms.ModelChoiceField):
    widget = PictureSelect

    def __init__(self, queryset, **kwargs):
        # A list of words needs the words only, not what was made of every picture.
        queryset = queryset.only("alt", "is_decorative", "credit", "created_at")
        super().__init__(queryset, **{"empty_label": _("No picture"), **kwargs})

    def label_from_instance(self, image):
        return name_of(image)


def name_of(image):
    """The picture in words. Decoration has no description, so whoever chooses gets what there is."""
    if image.alt:
        return image.alt
    more = image.credit or date_format(localtime(image.created_at), "DATETIME_FORMAT")
    return f"{LIBRARY_MESSAGES['decorative']}, {more}"
