"""Fields for states of the country, and for where the practice works."""

from django import forms
from django.utils.translation import gettext_lazy as _

from editing.rows import RowsField
from pages.models import Location
from pages.states import STATES
from staff.some_of_many import SomeOfMany
from writing.line_ends import AdminTextarea

LOCATION_COLUMNS = ["name", "street", "city", "state", "postal_code", "getting_here"]


class StatesField(forms.MultipleChoiceField):
    """States by postal code, as chips; the value is a list in alphabetical order of names."""

    def __init__(self, **kwargs):
        super().__init__(choices=STATES, widget=SomeOfMany, required=False, **kwargs)


class StateField(forms.ChoiceField):
    def __init__(self, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(choices=[("", "–"), *STATES], **kwargs)


class LocationsField(RowsField):
    def __init__(self, **kwargs):
        own = {
            "state": StateField(label=_("state")),
            "getting_here": field_of("getting_here", widget=AdminTextarea({"rows": 3})),
        }
        columns = {name: own.get(name) or field_of(name) for name in LOCATION_COLUMNS}
        kwargs.setdefault(
            "help_text", _("More about each (parking, steps, a picture) is under Locations.")
        )
        super().__init__(columns, row_label=_("Location"), blank_rows=1, **kwargs)


def field_of(name, **kwargs):
    return Location._meta.get_field(name).formfield(**kwargs)
