from allauth.account import admin as account_admin  # noqa: F401  registers, see below
from allauth.account.models import EmailAddress
from allauth.mfa import admin as mfa_admin  # noqa: F401  registers, see below
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth import admin as auth_admin  # noqa: F401  registers groups, see below
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from staff.factors import rules
from staff.forms import FORGET_FACTORS, AccountForm, InvitationForm, PersonForm
from staff.mails import send_address_changed, send_factors_changed, send_invitation
from staff.roles import ROLES
from staff.short_time import short_time

# Roles are declared in staff/roles.py; edited here, they would drift.
admin.site.unregister(Group)
# Factors are changed by those who hold them, and addresses are not kept twice.
admin.site.unregister([Authenticator, EmailAddress])

FACTOR_NAMES = {
    Authenticator.Type.TOTP: _("app"),
    Authenticator.Type.WEBAUTHN: _("passkey"),
}


class RoleFilter(admin.SimpleListFilter):
    title = _("role")
    parameter_name = "role"

    def lookups(self, request, model_admin):
        return [(name, role.label) for name, role in ROLES.items()]

    def queryset(self, request, people):
        return people.filter(groups__name=self.value()) if self.value() in ROLES else people


class StandingFilter(admin.SimpleListFilter):
    title = _("account")
    parameter_name = "account"

    def lookups(self, request, model_admin):
        return [("waiting", _("Invited")), ("open", _("Active")), ("closed", _("Closed"))]

    def queryset(self, request, people):
        waiting = {"password__startswith": UNUSABLE_PASSWORD_PREFIX}
        if self.value() == "waiting":
            return people.filter(is_active=True, **waiting)
        if self.value() == "open":
            return people.filter(is_active=True).exclude(**waiting)
        return people.filter(is_active=False) if self.value() == "closed" else people


@admin.register(get_user_model())
class PersonAdmin(admin.ModelAdmin):
    list_display = ["name", "email", "roles_held", "standing", "came_in"]
    list_filter = [StandingFilter, RoleFilter]
    search_fields = ["name", "email", "username"]
    search_help_text = _("Name or email")
    ordering = ["name"]
    readonly_fields = ["signs_in_as", "roles_held", "standing", "factors", "last_login"]

    @admin.display(description=_("last sign-in"), ordering="last_login")
    def came_in(self, person):
        return short_time(person.last_login)

    @admin.display(description=_("roles"))
    def roles_held(self, person):
        labels = [str(ROLES[role].label) for role in person.roles]
        if person.is_superuser:
            labels.insert(0, str(_("May do everything")))
        return ", ".join(labels)

    @admin.display(description=_("user name"))
    def signs_in_as(self, person):
        return person.username

    @admin.display(description=_("account"))
    def standing(self, person):
        if not person.is_active:
            return _("Closed")
        return _("Invited") if person.is_waiting else _("Active")

    @admin.display(description=_("two-step verification"))
    def factors(self, person):
        held = Authenticator.objects.filter(user=person, type__in=rules.FACTORS)
        return ", ".join(str(FACTOR_NAMES[factor.type]) for factor in held) or _("none")

    def get_queryset(self, request):
        people = super().get_queryset(request).prefetch_related("groups")
        return people if request.user.is_superuser else people.filter(is_superuser=False)

    def has_delete_permission(self, request, obj=None):
        # Whoever leaves is closed, never removed: articles and inquiries keep who did what.
        return False

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["name", "email", "roles"]
        if not self.has_change_permission(request, obj):
            return ["name", "email", "signs_in_as", "roles_held", "standing"]
        if obj == request.user:
            # Nobody gives themselves a role, and nobody locks themselves out.
            return ["name", "email", "signs_in_as", "roles_held"]
        fields = ["name", "email", "signs_in_as", "standing", "last_login", "factors"]
        fields += ["roles", "hears_worries", "is_active"]
        return [*fields, "is_superuser"] if request.user.is_superuser else fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is None:
            kwargs["form"] = InvitationForm
        else:
            is_full = "roles" in self.get_fields(request, obj)
            kwargs["form"] = PersonForm if is_full else AccountForm
        form = super().get_form(request, obj, change, **kwargs)
        form.request = request
        return form

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["can_lose_factors"] = (
            obj is not None
            and obj != request.user
            and self.has_change_permission(request, obj)
            and rules.has_factor(obj)
        )
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, person, form, change):
        person.saved_by = request.user
        before = None
        if change:
            before = get_user_model().objects.get(pk=person.pk)
            if before.is_active and not person.is_active:
                person.leave()
                rules.forget_factors(person)
        super().save_model(request, person, form, change)
        self.write_mails(request, person, before)
        if change and FORGET_FACTORS in request.POST:
            self.forget_factors(request, person)

    def forget_factors(self, request, person):
        """For lost ones. One's own are changed on one's own page, which asks who is there."""
        if person == request.user or not rules.forget_factors(person):
            return
        person.end_sessions()
        send_factors_changed(person, by=request.user)
        self.log_change(request, person, gettext("Turned off two-step verification."))
        self.message_user(
            request,
            _("%(person)s signs in with the password alone and can set up a new second factor.")
            % {"person": person},
            messages.SUCCESS,
        )

    def write_mails(self, request, person, before):
        """``before`` is the person as the database had it, None for a new one."""
        if before and before.email.lower() != person.email.lower():
            send_address_changed(person, before.email, by=request.user)
        is_back = before and person.is_active and not before.is_active
        if before is None or is_back or ("_invite" in request.POST and person.is_waiting):
            send_invitation(person, invited_by=request.user)
            self.message_user(
                request,
                _("An invitation is on its way to %(email)s. The user name is %(username)s.")
                % {"email": person.email, "username": person.username},
                messages.SUCCESS,
            )

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if "roles" in form.cleaned_data:
            form.instance.set_roles(form.cleaned_data["roles"])
