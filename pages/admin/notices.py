from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.forms import BaseModelFormSet
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from pages.models import Announcement, ClosureDay, CrisisResource
from pages.models.notices import CRISIS_HELP_STAYS


def when(row):
    """Where a span of days stands today, in words."""
    today = timezone.localdate()
    if row.last_day < today:
        return _("Over")
    return _("Now") if row.first_day <= today else _("To come")


@admin.register(ClosureDay)
class ClosureDayAdmin(admin.ModelAdmin):
    list_display = ["reason", "first_day", "last_day", "when"]
    search_fields = ["reason"]
    ordering = ["-first_day"]

    @admin.display(description=_("when"))
    def when(self, row):
        return when(row)


@admin.register(Announcement)
class AnnouncementAdmin(admin.ModelAdmin):
    list_display = ["text", "first_day", "last_day", "when"]
    search_fields = ["text"]
    readonly_fields = ["preview"]

    class Media:
        css = {"all": ["css/admin-notices.css"]}

    @admin.display(description=_("on every page"))
    def when(self, row):
        return when(row)

    @admin.display(description=_("how it looks"))
    def preview(self, row):
        text = row.text or _("Save to see it here.")
        return format_html('<p class="notice-preview">{}</p>', text)


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
class CrisisResourceAdmin(admin.ModelAdmin):
    list_display = ["name", "call", "text_to", "chat_url", "order", "is_shown"]
    list_editable = ["order", "is_shown"]
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
