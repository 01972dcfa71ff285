from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    name = "staff"
    verbose_name = _("People")

    def ready(self):
        from allauth.mfa.signals import authenticator_used

        from staff import checks  # noqa: F401  registers
        from staff.factors.rules import remember_use

        def remember(sender, request, user, **kwargs):
            remember_use(request, user)

        authenticator_used.connect(remember, weak=False, dispatch_uid="staff.factors")
