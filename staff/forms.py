from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from staff.factors import fresh, rules
from staff.roles import ROLES
from staff.usernames import username_for

User = get_user_model()
# The name of the button that takes a lost second factor away.
FORGET_FACTORS = "_forget_factors"
ADDRESS_IS_NEW = _(
    "The email address of this account is less than a day old. With its two-step "
    "verification gone as well, it would be in other hands before the person hears "
    "of it: please wait until tomorrow."
)
FACTORS_ARE_GONE = _(
    "The second factor of this account was taken away less than a day ago. With another address as well, "
    "it would be in other hands before the person hears of it: please wait until tomorrow."
)


def role_choices():
    for name, role in ROLES.items():
        yield name, format_html("<strong>{}</strong> <span>{}</span>", role.label, role.description)


class RolesField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple(attrs={"class": "big-chips"})

    def __init__(self, **options):
        super().__init__(
            choices=role_choices,
            label=_("Roles"),
            help_text=_("A person can have several roles."),
            **options,
        )


class AccountForm(forms.ModelForm):
    """Whatever it changes but a name decides who gets in, so whoever sends it shows that it is them."""

    # Set on the class made for one request.
    request = None

    def clean(self):
        super().clean()
        if self.changes_who_gets_in() and not fresh.is_fresh(self.request):
            raise ValidationError(fresh.message_for(self.request.user), code="not_fresh")

    def changes_who_gets_in(self):
        is_more = {"_invite", FORGET_FACTORS} & set(self.data)
        return bool(is_more or set(self.changed_data) - {"name"})


class InvitationForm(AccountForm):
    roles = RolesField()

    class Meta:
        model = User
        fields = ["name", "email"]
        help_texts = {
            "email": _("The invitation goes here. The user name is made from it."),
        }

    def clean(self):
        super().clean()
        self.instance.username = username_for(self.cleaned_data.get("email", ""))
        self.instance.is_staff = True
        self.instance.set_unusable_password()


class PersonForm(AccountForm):
    roles = RolesField(required=False)

    class Meta:
        model = User
        fields = ["name", "email", "hears_worries", "is_active", "is_superuser"]
        labels = {
            "hears_worries": _("Is told after hours"),
            "is_active": _("May sign in"),
            "is_superuser": _("May do everything"),
        }
        help_texts = {
            "email": _(
                "A note about a change goes to the old address and the new one, to all managers, and to "
                "whoever can open inquiries."
            ),
            "hears_worries": _(
                "When a message worries a colleague at night, on a weekend or on a day off, this "
                "person gets an email at once. For somebody who can open inquiries."
            ),
            "is_active": _(
                "Uncheck this when somebody leaves. Whatever the person wrote or did stays, and "
                "open sessions end at once."
            ),
            "is_superuser": _("For whoever runs the site itself. Includes reading inquiries."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["roles"] = self.instance.roles

    def clean(self):
        super().clean()
        self.refuse_handing_over()
        stays_manager = "manager" in self.cleaned_data.get("roles", []) and self.cleaned_data.get(
            "is_active"
        )
        if (
            not stays_manager
            and not self.request.user.is_superuser
            and is_last_manager(self.instance)
        ):
            raise ValidationError(
                _("Somebody has to be a manager. Make another person a manager first.")
            )

    def refuse_handing_over(self):
        """A new address and no second factor together make an account somebody else's. A day lies between
        them, in which the person, the managers and the holders of keys hear of the first."""
        # Locked: two managers, or two windows, would do one half each.
        before = User.objects.select_for_update().get(pk=self.instance.pk)
        is_moved = "email" in self.changed_data
        if FORGET_FACTORS in self.data and rules.has_factor(before):
            if is_moved or not before.email_is_settled():
                raise ValidationError(ADDRESS_IS_NEW)
        if is_moved and before.has_just_lost_factors():
            raise ValidationError({"email": FACTORS_ARE_GONE})
        # Closing took the factor away, whenever that was: nobody had a day to object to the address.
        comes_back = self.cleaned_data.get("is_active") and not before.is_active
        if comes_back and before.factors_gone_at and (is_moved or not before.email_is_settled()):
            raise ValidationError({"is_active": ADDRESS_IS_NEW})


def is_last_manager(person):
    """To be asked inside a transaction: two managers who remove each other wait in line here."""
    managers = Group.objects.select_for_update().filter(name="manager").first()
    if managers is None or not managers.user_set.filter(pk=person.pk, is_active=True).exists():
        return False
    return not managers.user_set.filter(is_active=True).exclude(pk=person.pk).exists()
