from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intake.models import ReferralContact
from pages.forms import StatesField
from staff.some_of_many import SomeOfMany


class ReferralContactForm(forms.ModelForm):
    states = StatesField(label=_("States"))

    class Meta:
        widgets = {"specialties": SomeOfMany, "payers": SomeOfMany}


@admin.register(ReferralContact)
class ReferralContactAdmin(admin.ModelAdmin):
    """The referral book: whom we name when we cannot help ourselves."""

    form = ReferralContactForm
    list_display = ["name", "states_line", "phone", "last_confirmed_on", "ask_again", "is_active"]
    list_filter = ["is_active", "specialties", "payers"]
    search_fields = ["name", "description", "specialties__name", "payers__name"]
    actions = ["confirm"]

    @admin.display(description=_("states"))
    def states_line(self, contact):
        return contact.states_line or "–"

    @admin.display(description=_("ask again"), boolean=True)
    def ask_again(self, contact):
        return contact.is_stale

    @admin.action(description=_("They told us today that they take people"))
    def confirm(self, request, queryset):
        number = queryset.update(last_confirmed_on=timezone.localdate())
        message = ngettext("{number} is confirmed.", "{number} are confirmed.", number)
        self.message_user(request, message.format(number=number))
