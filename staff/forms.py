from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from staff.roles import ROLES
from staff.usernames import username_for

User = get_user_model()


def role_choices():
    for name, role in ROLES.items():
        yield name, format_html("<strong>{}.</strong> {}", role.label, role.description)


class RolesField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options):
        super().__init__(
            choices=role_choices,
            label=_("Roles"),
            help_text=_("Several roles add up."),
            **options,
        )


class InvitationForm(forms.ModelForm):
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


class PersonForm(forms.ModelForm):
    roles = RolesField(required=False)

    class Meta:
        model = User
        fields = ["name", "email", "is_active", "is_superuser"]
        labels = {
            "is_active": _("May sign in"),
            "is_superuser": _("May do everything"),
        }
        help_texts = {
            "email": _("A note about a change goes to the old address."),
            "is_active": _(
                "Take the tick away when somebody leaves. Whatever the person wrote or did stays, "
                "and open sessions end at once."
            ),
            "is_superuser": _("For whoever runs the site itself. Includes reading inquiries."),
        }

    # Who is changing somebody; set on the class made for one request.
    changed_by = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["roles"] = self.instance.roles

    def clean(self):
        super().clean()
        stays_manager = "manager" in self.cleaned_data.get("roles", []) and self.cleaned_data.get(
            "is_active"
        )
        if (
            not stays_manager
            and not self.changed_by.is_superuser
            and is_last_manager(self.instance)
        ):
            raise ValidationError(
                _("Somebody has to be a manager. Make another person a manager first.")
            )


def is_last_manager(person):
    """To be asked inside a transaction: two managers who remove each other wait in line here."""
    managers = Group.objects.select_for_update().filter(name="manager").first()
    if managers is None or not managers.user_set.filter(pk=person.pk, is_active=True).exists():
        return False
    return not managers.user_set.filter(is_active=True).exclude(pk=person.pk).exists()
