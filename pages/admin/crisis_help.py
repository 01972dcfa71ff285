from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.forms import BaseModelFormSet
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages.crisis_lines import line_of
from pages.models import CrisisResource, Practice
from pages.models.crisis_help import CRISIS_HELP_STAYS
from staff.ordered_list import OrderedListMixin


class CrisisHelpFormSet(BaseModelFormSet):
    def clean(self):
        """Each row alone could be hidden; together they must not all be."""
        super().clean()
        country = Practice.objects.current().country
        listed = [form.instance.pk for form in self.forms]
        is_shown_here = any(
            form.cleaned_data.get("is_shown") and form.instance.country == country
            for form in self.forms
            if form.is_valid()
        )
        elsewhere = CrisisResource.objects.shown().filter(country=country).exclude(pk__in=listed)
        if not is_shown_here and not elsewhere.exists():
            raise ValidationError(CRISIS_HELP_STAYS)


@admin.register(CrisisResource)
class CrisisResourceAdmin(OrderedListMixin, admin.ModelAdmin):
    list_display = ["name", "kind", "numbers", "checked_on", "one_up_or_down", "is_shown"]
    list_editable = ["is_shown"]
    fieldsets = [
        (None, {"fields": ["name", "text", "language", "kind", "country", "is_shown"]}),
        (
            _("How it is reached"),
            {
                "fields": [
                    "call", "text_to", "text_word", "chat_url", "deaf_how", "deaf_call", "deaf_url",
                ]
            },
        ),
        (None, {"fields": ["checked_on", "order"]}),
    ]  # fmt: skip
    # One at a time, so that the last one shown is noticed.
    actions = None

    @admin.display(description=_("numbers"))
    def numbers(self, row):
        return line_of(row).numbers

    def get_changeform_initial_data(self, request):
        here = {"country": Practice.objects.current().country}
        return here | super().get_changeform_initial_data(request)

    def get_changelist_formset(self, request, **kwargs):
        return super().get_changelist_formset(request, formset=CrisisHelpFormSet, **kwargs)

    def delete_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row and self.has_delete_permission(request, row) and row.is_last_shown:
            messages.error(request, CRISIS_HELP_STAYS)
            return HttpResponseRedirect(reverse("admin:pages_crisisresource_changelist"))
        return super().delete_view(request, object_id, extra_context)
