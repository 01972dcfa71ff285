from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.models import CareAloneAge


class CareAloneAgeForm(forms.ModelForm):
    def clean_checked_on(self):
        day = self.cleaned_data["checked_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


@admin.register(CareAloneAge)
class CareAloneAgeAdmin(admin.ModelAdmin):
    """What the practice has found out about each state it works in."""

    form = CareAloneAgeForm
    list_display = ["state", "age", "checked_on", "checked_by", "look_again"]

    def get_changeform_initial_data(self, request):
        initial = {"checked_by": request.user.get_full_name() or str(request.user)}
        return initial | super().get_changeform_initial_data(request)

    @admin.display(description=_("look again"), boolean=True)
    def look_again(self, age):
        return age.is_stale
