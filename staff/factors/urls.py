"""allauth's own names, because its steps lead to them; only the pages that are needed."""

from django.urls import path

from staff.factors import views

urlpatterns = [
    path("", views.OverviewPage.as_view(), name="mfa_index"),
    path("sign-in/", views.SignInPage.as_view(), name="mfa_authenticate"),
    path("password/", views.ConfirmByPasswordPage.as_view(), name="account_reauthenticate"),
    path("code/", views.ConfirmByCodePage.as_view(), name="mfa_reauthenticate"),
    path("passkey/", views.ConfirmByPasskeyPage.as_view(), name="mfa_reauthenticate_webauthn"),
    path("confirmed/", views.ConfirmedPage.as_view(), name="mfa_confirmed"),
    path("app/", views.SetUpAppPage.as_view(), name="mfa_activate_totp"),
    path("app/remove/", views.RemoveAppPage.as_view(), name="mfa_deactivate_totp"),
    path("passkeys/add/", views.AddPasskeyPage.as_view(), name="mfa_add_webauthn"),
    path(
        "passkeys/<int:pk>/remove/", views.RemovePasskeyPage.as_view(), name="mfa_remove_webauthn"
    ),
    path("recovery-codes/", views.CodesPage.as_view(), name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", views.NewCodesPage.as_view(), name="mfa_generate_recovery_codes"),
]
