from django.contrib import admin
from django.db.models import Q
from django.utils.timesince import timesince
from django.utils.translation import gettext_lazy as _

from intake.content import UnreadableContent
from intake.models import Inquiry
from outbox.models import Message


@admin.register(Inquiry)
class InquiryAdmin(admin.ModelAdmin):
    """The confidential room: coordinators read what came in and say who answers."""

    list_display = ["reference", "who", "age", "state", "owner", "remark"]
    list_filter = ["state", ("owner", admin.RelatedOnlyFieldListFilter), "is_suspected_spam"]
    list_select_related = ["owner", "acknowledgment"]
    search_fields = ["id__istartswith"]
    search_help_text = _("Search by reference, as in the first column.")
    fields = ["state", "owner"]
    change_form_template = "admin/intake/inquiry/change_form.html"
    change_list_template = "admin/intake/inquiry/change_list.html"

    class Media:
        css = {"all": ["css/admin-inquiry.css"]}

    @admin.display(description=_("reference"))
    def reference(self, inquiry):
        return inquiry.reference

    @admin.display(description=_("asks to be called"))
    def who(self, inquiry):
        told = read(inquiry)["told"]
        return told.name if told else None

    @admin.display(description=_("received"), ordering="received_at")
    def age(self, inquiry):
        return _("{time} ago").format(time=timesince(inquiry.received_at, depth=1))

    @admin.display(description=_("remark"))
    def remark(self, inquiry):
        return _("Looks automated") if inquiry.is_suspected_spam else ""

    def has_add_permission(self, request):
        return False

    def delete_model(self, request, obj):
        Inquiry.objects.filter(pk=obj.pk).erase()

    def delete_queryset(self, request, queryset):
        queryset.erase()

    def formfield_for_foreignkey(self, field, request, **kwargs):
        if field.name == "owner":
            people = field.related_model.objects
            inquiry = Inquiry.objects.filter(pk=request.resolver_match.kwargs.get("object_id"))
            # Whoever answers it now stays a choice, even after leaving; else saving would drop them.
            may_answer = Q(pk__in=people.with_perm("intake.view_inquiry").values("pk"))
            kwargs["queryset"] = people.filter(
                may_answer | Q(pk__in=inquiry.values("owner"))
            ).order_by("name")
        return super().formfield_for_foreignkey(field, request, **kwargs)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        return super().render_change_form(request, context | read(obj), *args, obj=obj, **kwargs)


def read(inquiry):
    """For the template: what was told, or the sentence that says why it cannot be read."""
    mail = inquiry.acknowledgment
    context = {
        "told": None,
        "is_mail_undelivered": bool(mail and mail.state == Message.State.UNDELIVERED),
    }
    try:
        context["told"] = inquiry.told
    except UnreadableContent as error:
        context["unreadable"] = str(error)
    return context
