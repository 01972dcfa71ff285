from django import forms
from django.utils.translation import gettext_lazy as _

from editing.rows import RowsField, replace_rows
from pages.forms import StateField
from staff.desk_fields import DayInput
from team.models import Compact


class CompactForm(forms.ModelForm):
    members = RowsField(
        {
            "state": StateField(label=_("state"), required=True),
            "from_day": forms.DateField(label=_("from"), widget=DayInput, required=False),
            "to_day": forms.DateField(label=_("to"), widget=DayInput, required=False),
        },
        label=_("States"),
        row_label=_("State"),
        help_text=_(
            "A state that joins or leaves has a day. Without days it was one when somebody looked."
        ),
    )

    class Meta:
        model = Compact
        fields = ["name", "profession", "wording", "register_url", "checked_on", "checked_by"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "members" in self.fields:
            rows = self.instance.members.values("state", "from_day", "to_day")
            self.initial.setdefault("members", list(rows))

    def clean_members(self):
        rows = self.cleaned_data["members"]
        for row in rows:
            if row["from_day"] and row["to_day"] and row["to_day"] < row["from_day"]:
                raise forms.ValidationError(
                    _("%(state)s: the last day comes before the first day."),
                    params={"state": row["state"]},
                )
        return rows

    def _save_m2m(self):
        super()._save_m2m()
        if "members" in self.fields:
            replace_rows(self.instance.members, self.cleaned_data["members"])
