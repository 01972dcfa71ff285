from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.forms import BaseModelFormSet
from django.http import HttpResponseRedirect
from django.urls import reverse

from pages.models import CrisisResource
from pages.models.crisis_help import CRISIS_HELP_STAYS
from staff.ordered_list import OrderedListMixin


class CrisisHelpFormSet(BaseModelFormSet):
    def clean(self):
        """Each row alone could be hidden; together they must not all be."""
        super().clean()
        here = [form.instance.pk for form in self.forms]
        is_shown_here = any(
            form.cleaned_data.get("is_shown") for form in self.forms if form.is_valid()
        )
        elsewhere = CrisisResource.objects.filter(is_shown=True).exclude(pk__in=here)
        if not is_shown_here and not elsewhere.exists():
            raise ValidationError(CRISIS_HELP_STAYS)


@admin.register(CrisisResource)
class CrisisResourceAdmin(OrderedListMixin, admin.ModelAdmin):
    list_display = ["name", "call", "text_to", "chat_url", "one_up_or_down", "is_shown"]
    list_editable = ["is_shown"]
    # One at a time, so that the last one shown is noticed.
    actions = None

    def get_changelist_formset(self, request, **kwargs):
        return super().get_changelist_formset(request, formset=CrisisHelpFormSet, **kwargs)

    def delete_view(self, request, object_id, extra_context=None):
        row = self.get_object(request, object_id)
        if row and self.has_delete_permission(request, row) and row.is_last_shown:
            messages.error(request, CRISIS_HELP_STAYS)
            return HttpResponseRedirect(reverse("admin:pages_crisisresource_changelist"))
        return super().delete_view(request, object_id, extra_context)
