"""What allauth asks this site about signing in. This and ``factor_adapter`` are its only doors into our
rules and words."""

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from django.utils.translation import gettext_lazy as _

from staff import devices
from staff.factors import rules
from staff.mails import send_factors_changed


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def get_login_stages(self):
        return ["allauth.mfa.stages.AuthenticateStage"]

    def login(self, request, user):
        super().login(request, user)
        rules.remember_sign_in(request)

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        devices.remember(request, response, user)
        return response

    def is_reauthentication_required(self, *, app, **kwargs):
        return not rules.signed_in_within(
            context.request, account_settings.REAUTHENTICATION_TIMEOUT
        )

    def get_reauthentication_methods(self, user):
        """The password counts only for those without a factor; a passkey is the least work."""
        methods = super().get_reauthentication_methods(user)
        for method in methods:
            method["description"] = WAYS_TO_CONFIRM[method["id"]]
        with_factor = [method for method in methods if method["id"] != "reauthenticate"]
        return with_factor[::-1] or methods

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        if message_template not in SEEN_ANYWAY:
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_notification_mail(self, template_prefix, user, *args, **kwargs):
        send_factors_changed(user)


SEEN_ANYWAY = {
    "account/messages/logged_in.txt",
    "mfa/messages/recovery_codes_generated.txt",
}
WAYS_TO_CONFIRM = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code instead"),
    "mfa_reauthenticate:webauthn": _("Use a passkey instead"),
}
