from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pages.admin import notice_pages
from pages.models import LegalNotice, NoticeText
from pages.notices.languages import NAMES
from pages.notices.placement import missing_places
from staff.admin_routes import Route, address, urls_of
from staff.desk_icons import state
from staff.short_time import short_day

Outcome = NoticeText.Outcome


@admin.register(LegalNotice)
class LegalNoticeAdmin(admin.ModelAdmin):
    """What is asked of a practice, and where each of it stands: “not yet” until somebody decides."""

    list_display = ["what", "standing", "lacking", "next_step"]
    list_filter = ["kind"]
    search_fields = ["name", "kind"]
    fields = ["kind", "language", "name"]
    actions = ["hung_up"]
    change_list_template = "admin/pages/legalnotice/change_list.html"
    routes = [
        Route("stood/", notice_pages.stood, "stood"),
        Route("elsewhere/", notice_pages.elsewhere, "elsewhere"),
    ]

    def get_urls(self):
        return [*urls_of(self), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        more = {"may_turn_off": self.has_change_permission(request)}
        return super().changelist_view(request, more | (extra_context or {}))

    def view_on_site(self, obj):
        text = now_of(obj)
        return obj.get_absolute_url() if text and text.outcome == Outcome.TEXT else None

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("texts")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "language":
            field.widget = forms.Select(choices=list(NAMES.items()))
        return field

    def has_change_permission(self, request, obj=None):
        """What it is, is what its texts are of: it changes only while it has none that was in force."""
        may = super().has_change_permission(request, obj)
        return may and not (obj and any(row.is_shown for row in obj.texts.all()))

    def has_delete_permission(self, request, obj=None):
        may = super().has_delete_permission(request, obj)
        return may and not (obj and obj.texts.all())

    @admin.action(
        description=_("These hang in the office, as they stand today"), permissions=["change"]
    )
    def hung_up(self, request, queryset):
        standing = NoticeText.objects.public().filter(notice__in=queryset)
        by = request.user.get_full_name() or str(request.user)
        number = NoticeText.objects.filter(pk__in=[row.pk for row in standing]).update(
            in_office_on=timezone.localdate(), in_office_by=by
        )
        message = ngettext(
            "Written down for {number} notice.", "Written down for {number} notices.", number
        )
        self.message_user(request, message.format(number=number))

    @admin.display(description=_("notice"), ordering="kind")
    def what(self, notice):
        return str(notice)

    @admin.display(description=_("today"))
    def standing(self, notice):
        text = now_of(notice)
        if text is None or text.outcome == Outcome.NOTHING:
            return state("draft", "shut", _("not yet"))
        if text.outcome == Outcome.NOT_FOR_US:
            words = _("does not apply to us: {reason} ({who}, {day})").format(
                reason=text.reason, who=text.decided_by, day=short_day(text.in_force_from)
            )
            return state("withdrawn", "shut", words)
        words = _("in force since {day}").format(day=short_day(text.in_force_from))
        return state("live", "ajar", words)

    @admin.display(description=_("where it does not stand"))
    def lacking(self, notice):
        text = now_of(notice)
        missing = missing_places(text) if text else []
        return format_html_join("", "<div>{}</div>", ((words,) for words in missing))

    @admin.display(description=_("texts"))
    def next_step(self, notice):
        add = address(NoticeText, "begin_next", notice.pk)
        drafts = [row for row in notice.texts.all() if not row.has_stood]
        if drafts:
            change = address(NoticeText, "change", drafts[0].pk)
            return format_html('<a href="{}">{}</a>', change, _("Go on with the next text"))
        return format_html('<a href="{}">{}</a>', add, _("Write the next text"))


def now_of(notice: LegalNotice) -> NoticeText | None:
    """The twin of ``NoticeText.objects.standing``, of rows that were read."""
    stood = [row for row in notice.texts.all() if row.has_stood]
    return max(stood, key=lambda row: (row.shown_from, row.pk), default=None)
