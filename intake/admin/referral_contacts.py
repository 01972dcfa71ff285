from django import forms
from django.contrib import admin
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from intake import good_everywhere
from intake.models import ReferralContact
from pages.forms import StatesField
from staff.admin_routes import Route, urls_of
from staff.some_of_many import SomeOfMany


class ReferralContactForm(forms.ModelForm):
    states = StatesField(
        label=_("States"), help_text=_("None means everywhere; so it is with topics and insurers.")
    )

    class Meta:
        widgets = {"specialties": SomeOfMany, "payers": SomeOfMany}


def begin_with(request, model_admin, known):
    """The form for one more, filled in with something that is known to be good everywhere."""
    if known not in good_everywhere.KNOWN:
        raise Http404
    request.begins_with = good_everywhere.KNOWN[known]
    return model_admin.add_view(request)


@admin.register(ReferralContact)
class ReferralContactAdmin(admin.ModelAdmin):
    """The referral book: whom we name when we cannot help ourselves."""

    form = ReferralContactForm
    list_display = ["name", "states_line", "phone", "last_confirmed_on", "ask_again", "is_active"]
    list_filter = ["is_active", "is_named_to_visitors", "specialties", "payers"]
    search_fields = ["name", "description", "specialties__name", "payers__name"]
    actions = ["confirm"]
    routes = [Route("add/<slug:known>/", begin_with, "begin_with")]

    def get_urls(self):
        return [*urls_of(self), *super().get_urls()]

    def get_changeform_initial_data(self, request):
        return super().get_changeform_initial_data(request) | getattr(request, "begins_with", {})

    def saving_says(self, contact):
        if contact and contact.is_named_to_visitors:
            return _("Visitors read it on Get Started, while it was confirmed within six months.")
        return _(
            "Only for those who work here: visitors see nothing of it, unless it is named on the site."
        )

    @admin.display(description=_("states"))
    def states_line(self, contact):
        return contact.states_line or _("everywhere")

    @admin.display(description=_("ask again"), boolean=True)
    def ask_again(self, contact):
        return contact.is_stale

    @admin.action(description=_("They told us today that they are accepting clients"))
    def confirm(self, request, queryset):
        number = queryset.update(last_confirmed_on=timezone.localdate())
        message = ngettext("{number} is confirmed.", "{number} are confirmed.", number)
        self.message_user(request, message.format(number=number))
