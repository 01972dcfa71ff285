from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from editing.admin.content import ContentAdmin
from pages import kept_practice
from pictures.thumbnails import thumbnail
from staff.admin_routes import Route
from staff.desk_icons import state
from team import sharing
from team.admin.confirmed import confirmed
from team.admin.profile import sections
from team.admin.protected_deletion import ProtectedDeletionMixin
from team.admin.still_room import still_room
from team.admin.waiting import WaitingFilter, shown_with
from team.admin.who_has_room import who_has_room
from team.content import AVAILABILITY, HELD_BACK, OWN_TEXT, SHARED, TherapistContent
from team.forms import OwnProfileForm, TherapistForm
from team.models import Therapist
from team.name_in_texts import texts_with_last_name
from team.room_in_profile import as_mark, confirm, is_said_anew, said_beside

OWN_PROFILE = "team.change_own_profile"


@admin.register(Therapist)
class TherapistAdmin(ProtectedDeletionMixin, ContentAdmin):
    """Managers keep everything; a clinician keeps the words and the availability of the own profile."""

    form = TherapistForm
    change_form_template = "admin/team/therapist/change_form.html"
    change_list_template = "admin/team/therapist/change_list.html"
    routes = [
        *ContentAdmin.routes,
        Route("room/", who_has_room, "room"),
        Route("room/still/", still_room, "still_room"),
    ]
    list_display = ["face", "name_column", "room", "stands"]
    list_display_links = ["name_column"]
    list_filter = ["availability", "is_listed", WaitingFilter]
    search_fields = ["name", "title"]
    readonly_fields = ["availability_confirmed_on"]
    prepopulated_fields = {"slug": ["name"]}
    in_use_message = _(
        "This person has written articles or supervised somebody, so the profile stays. "
        "Write down the day of leaving instead: it takes the profile off the site."
    )
    full_fieldsets = TherapistContent.fieldsets
    own_fieldsets = [
        (None, {"fields": ["name", "title", "pronouns", "photo"]}),
        (_("In your words"), {"fields": OWN_TEXT}),
        (_("New clients"), {"fields": AVAILABILITY}),
        (_("Shared by choice"), {"fields": SHARED}),
        (_("Not to be shown"), {"fields": HELD_BACK}),
    ]

    class Media:
        css = {"all": ["css/desk/rows.css"]}

    def keeps_own_only(self, request):
        """Whether this person may change the own profile and no other."""
        return request.user.has_perm(OWN_PROFILE) and not super().has_change_permission(request)

    def is_own(self, request, obj):
        return obj.user_id == request.user.pk and request.user.has_perm(OWN_PROFILE)

    def has_module_permission(self, request):
        return super().has_module_permission(request) or request.user.has_perm(OWN_PROFILE)

    def has_view_permission(self, request, obj=None):
        if super().has_view_permission(request, obj):
            return True
        return request.user.has_perm(OWN_PROFILE) if obj is None else self.is_own(request, obj)

    def has_change_permission(self, request, obj=None):
        if super().has_change_permission(request, obj):
            return True
        return request.user.has_perm(OWN_PROFILE) if obj is None else self.is_own(request, obj)

    def has_publish_permission(self, request, obj=None):
        """Whoever keeps the own profile and no other may have to ask."""
        has_to_ask = (
            self.changes_own(request, obj) and kept_practice.current().profiles_wait_for_yes
        )
        return super().has_publish_permission(request, obj) and not has_to_ask

    def get_queryset(self, request):
        people = super().get_queryset(request)
        sees_all = super().has_view_permission(request)
        return people if sees_all else people.filter(user=request.user)

    def changelist_view(self, request, extra_context=None):
        """Somebody with one profile to keep goes straight to it."""
        if self.keeps_own_only(request) and not super().has_view_permission(request):
            own = self.get_queryset(request).first()
            if own:
                return HttpResponseRedirect(reverse("admin:team_therapist_change", args=[own.pk]))
            message = _("No profile is linked to your name yet. Ask a manager to link it.")
            messages.info(request, message)
        return super().changelist_view(request, extra_context)

    def changes_own(self, request, obj):
        return obj is not None and self.keeps_own_only(request) and self.is_own(request, obj)

    def get_fieldsets(self, request, obj=None):
        if self.changes_own(request, obj):
            return self.own_fieldsets
        if not self.may_link_user(request, obj):
            return self.full_fieldsets
        *others, (name, options) = self.full_fieldsets
        # Whose profile this is decides who may change it: for those who keep people's roles.
        return [*others, (name, {"fields": [*options["fields"], "user"]})]

    @staticmethod
    def may_link_user(request, obj):
        is_hidden = bool(obj and obj.user and obj.user.is_superuser)
        return request.user.has_perm("staff.change_user") and (
            request.user.is_superuser or not is_hidden
        )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "user" and not request.user.is_superuser:
            # Nobody but a superuser sees superusers.
            kwargs["queryset"] = get_user_model().objects.filter(is_superuser=False)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None):
        readonly = super().get_readonly_fields(request, obj)
        if self.changes_own(request, obj):
            return [*readonly, "name", "title"]
        return readonly

    def get_prepopulated_fields(self, request, obj=None):
        # The address of somebody who is on the site does not follow the name.
        is_new = obj is None or not (obj.is_listed or obj.left_on)
        has_slug = not self.changes_own(request, obj)
        may_change = self.has_change_permission(request, obj) if obj else True
        return self.prepopulated_fields if is_new and has_slug and may_change else {}

    def get_form(self, request, obj=None, change=False, **kwargs):
        if self.changes_own(request, obj):
            kwargs["form"] = OwnProfileForm
        form = super().get_form(request, obj, change=change, **kwargs)
        if field := form.base_fields.get("identities"):
            field.queryset = sharing.offered_to(request.user, obj)
            field.help_text = sharing.help_for(request.user, obj)
            field.widget.can_add_related = False
        return form

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if "_confirm_availability" in request.POST or is_said_anew(form):
            confirm(form, request.user)
        if "first_name_only" in form.changed_data and (found := texts_with_last_name(obj)):
            message = _(
                "The last name still stands in: %(texts)s. Change it there, if it should not."
            )
            messages.warning(request, message % {"texts": ", ".join(found)})

    def render_change_form(self, request, context, **kwargs):
        card = context["adminform"].form.instance
        letters = card.name_with_credentials.removeprefix(card.name) if card.pk else ""
        context |= {"card": card, "letters": letters, "sections": sections(context["adminform"])}
        context["room_seen"] = as_mark(context["adminform"].form)
        context["room_beside"] = said_beside(card) if card.pk else ""
        return super().render_change_form(request, context, **kwargs)

    def saving_says(self, obj):
        if obj and obj.is_public and obj.has_next_version:
            return _(
                "What waits is in this form: put it on the site, or let it wait. Room, who is shown and what is held back or "
                "shared hold at once either way."
            )
        if obj and obj.is_public:
            return _("This profile is on the site: visitors see it as soon as it is saved.")
        return _("This profile is not on the site. Nobody sees it yet.")

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_public else None

    def get_changelist_instance(self, request):
        shown = super().get_changelist_instance(request)
        rows = shown.result_list.select_related("photo")
        shown.result_list = rows.with_where_next_text_stands()
        return shown

    @admin.display(description=_("photo"))
    def face(self, obj):
        return thumbnail(obj.photo, "4:5", "face")

    @admin.display(description=_("name"), ordering="name")
    def name_column(self, obj):
        return format_html("{} <small>{}</small>", obj.name, obj.title)

    @admin.display(description=_("new clients"), ordering="availability")
    def room(self, obj):
        return format_html("{} <small>{}</small>", obj.get_availability_display(), confirmed(obj))

    @admin.display(description=_("on the site"), ordering="is_listed")
    def stands(self, obj):
        if obj.has_left():
            return state("withdrawn", "shut", _("Has left"))
        if obj.is_listed:
            return state("live", "ajar", shown_with(obj.next_text))
        return state("draft", "shut", _("Not shown"))

    # What stands in place of rows for those who may look and not change.

    @admin.display(description=_("specialties"))
    def ordered_specialties(self, obj):
        return as_list(row.specialty for row in obj.therapistspecialty_set.all())

    @admin.display(description=_("credentials"))
    def credentials(self, obj):
        return as_list(row.name for row in obj.credentials.all())

    @admin.display(description=_("fees"))
    def fees(self, obj):
        return as_list(obj.fees.all())

    @admin.display(description=_("insurers accepted"))
    def payer_participations(self, obj):
        return as_list(obj.payer_participations.all())


def as_list(rows):
    return format_html_join("", "<div>{}</div>", ((row,) for row in rows))
