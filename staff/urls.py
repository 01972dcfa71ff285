"""Under the admin's address; Django's own names, so that its templates find them."""

from django.contrib import admin
from django.urls import include, path

from staff import passwords

urlpatterns = [
    # The admin's own, under the name by which allauth looks for it.
    path("login/", admin.site.login, name="account_login"),
    path("second-factor/", include("staff.factors.urls")),
    path("password/", passwords.ForgottenView.as_view(), name="admin_password_reset"),
    path("password/sent/", passwords.SentView.as_view(), name="password_reset_done"),
    path("password/done/", passwords.ChosenView.as_view(), name="password_reset_complete"),
    path(
        "password/<uidb64>/<token>/", passwords.ChooseView.as_view(), name="password_reset_confirm"
    ),
]
