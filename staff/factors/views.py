"""allauth's pages in the dress of the desk. It brings the steps, we bring the words and limits."""

import ipaddress
import re
from urllib.parse import urlsplit

from allauth.account.views import ReauthenticateView
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.base.views import ReauthenticateView as ConfirmByCode
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponseRedirect
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from staff.factors import forms, fresh, rules
from staff.passwords import DeskPage


class FactorPage(DeskPage):
    title = _("Two-step verification")

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except ReauthenticationRequired:
            # Left to allauth, the whole request would wait in the session's row: its cookies too.
            return fresh.ask(request)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"title": self.title}

    def render_to_response(self, context, **options):
        response = super().render_to_response(context, **options)
        if getattr(context.get("form"), "is_over_limit", False):
            response.status_code = 429
        return response


class OverviewPage(FactorPage, IndexView):
    template_name = "staff/factors/overview.html"

    def get_context_data(self, **kwargs):
        person = self.request.user
        return super().get_context_data(**kwargs) | {
            "has_factor": rules.has_factor(person),
            "is_demanded": rules.must_have_factor(person),
            "can_have_passkeys": site_has_a_name(),
        }


def site_has_a_name():
    """Browsers keep passkeys for names only, not for numbers like 127.0.0.1."""
    try:
        ipaddress.ip_address(urlsplit(settings.SITE_URL).hostname)
    except ValueError:
        return True
    return False


class SignInPage(FactorPage, AuthenticateView):
    """Between the password and the desk: whoever is here is not signed in yet."""

    template_name = "staff/factors/sign_in.html"
    title = _("One more step")
    form_class = forms.SignInCodeForm
    webauthn_form_class = forms.SignInPasskeyForm

    def get_context_data(self, **kwargs):
        person = self.stage.login.user
        has_passkey = rules.Authenticator.objects.filter(
            user=person, type=rules.Authenticator.Type.WEBAUTHN
        ).exists()
        return super().get_context_data(**kwargs) | {"has_passkey": has_passkey}


class ConfirmPage(FactorPage):
    template_name = "staff/factors/confirm.html"
    title = _("Is it you?")


class ConfirmByPasswordPage(ConfirmPage, ReauthenticateView):
    form_class = forms.PasswordForm


class ConfirmByCodePage(ConfirmPage, ConfirmByCode):
    form_class = forms.ConfirmCodeForm


class ConfirmByPasskeyPage(ConfirmPage, ReauthenticateWebAuthnView):
    template_name = "staff/factors/confirm_by_passkey.html"
    form_class = forms.ConfirmPasskeyForm

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form))


class ConfirmedPage(LoginRequiredMixin, FactorPage, TemplateView):
    """For whoever was sent here from a form that is still open beside this page."""

    template_name = "staff/factors/confirmed.html"
    title = _("Thank you")


class SetUpAppPage(FactorPage, ActivateTOTPView):
    template_name = "staff/factors/set_up_app.html"
    title = _("An app on your phone")
    form_class = forms.SetUpAppForm

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"key": " ".join(re.findall("....", context["form"].secret))}

    def form_valid(self, form):
        response = super().form_valid(form)
        # The first code was right: asking for a second one at once would teach nothing.
        rules.remember_use(self.request, self.request.user)
        return response


class RemoveAppPage(FactorPage, DeactivateTOTPView):
    template_name = "staff/factors/remove.html"
    title = _("Remove the app on your phone")


class AddPasskeyPage(FactorPage, AddWebAuthnView):
    template_name = "staff/factors/add_passkey.html"
    title = _("A passkey")
    form_class = forms.AddPasskeyForm

    def form_valid(self, form):
        response = super().form_valid(form)
        rules.remember_use(self.request, self.request.user)
        return response

    def form_invalid(self, form):
        messages.error(self.request, _("That did not work. Please try again."))
        return HttpResponseRedirect(self.request.path)


class RemovePasskeyPage(FactorPage, RemoveWebAuthnView):
    template_name = "staff/factors/remove.html"
    title = _("Remove a passkey")
    success_url = reverse_lazy("mfa_index")


class CodesPage(FactorPage, ViewRecoveryCodesView):
    template_name = "staff/factors/codes.html"
    title = _("Recovery codes")


class NewCodesPage(FactorPage, GenerateRecoveryCodesView):
    template_name = "staff/factors/new_codes.html"
    title = _("New recovery codes")
