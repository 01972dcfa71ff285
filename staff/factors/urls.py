"""allauth's own names, because its steps lead to them; only the pages that are needed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import path


def page(name: str) -> Callable[..., HttpResponse]:
    """Read when somebody asks for it: it brings all that allauth knows of codes, keys and browsers, and
    nearly every process serves readers only."""

    def view(request: HttpRequest, **parts: object) -> HttpResponse:
        from staff.factors import views

        return getattr(views, name).as_view()(request, **parts)

    return view


urlpatterns = [
    path("", page("OverviewPage"), name="mfa_index"),
    path("sign-in/", page("SignInPage"), name="mfa_authenticate"),
    path("password/", page("ConfirmByPasswordPage"), name="account_reauthenticate"),
    path("code/", page("ConfirmByCodePage"), name="mfa_reauthenticate"),
    path("passkey/", page("ConfirmByPasskeyPage"), name="mfa_reauthenticate_webauthn"),
    path("confirmed/", page("ConfirmedPage"), name="mfa_confirmed"),
    path("app/", page("SetUpAppPage"), name="mfa_activate_totp"),
    path("app/remove/", page("RemoveAppPage"), name="mfa_deactivate_totp"),
    path("passkeys/add/", page("AddPasskeyPage"), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove/", page("RemovePasskeyPage"), name="mfa_remove_webauthn"),
    path("recovery-codes/", page("CodesPage"), name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", page("NewCodesPage"), name="mfa_generate_recovery_codes"),
]
