from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from staff.factors.rules import has_factor, must_have_factor, was_used

# Names of addresses. Whatever is not named here stays shut.
WAYS_OUT = {
    "account_login",
    "login",
    "logout",
    "password_change",
    "password_change_done",
    "admin_password_reset",
    "password_reset_done",
    "password_reset_confirm",
    "password_reset_complete",
}
WAYS_TO_SET_UP = WAYS_OUT | {
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "account_reauthenticate",
}
# No page that changes factors: a password alone must not take the second factor away.
WAYS_TO_USE = WAYS_OUT | {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}


class SecondFactorGate:
    """No page of the desk opens before the second factor was used, however somebody signed in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path.startswith(reverse("admin:index")):
            return None
        if not request.user.is_authenticated:
            return None
        return lead_to_factor(request)


def lead_to_factor(request):
    """A redirect for whoever still has to set one up or to use it; None for all others."""
    is_used, must_have = was_used(request), must_have_factor(request.user)
    if is_used and not must_have:
        return None
    name = request.resolver_match.url_name
    if has_factor(request.user):
        return (
            None if is_used or name in WAYS_TO_USE else redirect_to("mfa_reauthenticate", request)
        )
    if must_have and name not in WAYS_TO_SET_UP:
        return HttpResponseRedirect(reverse("mfa_index"))
    return None


def redirect_to(name, request):
    wanted = request.get_full_path() if request.method == "GET" else reverse("admin:index")
    return HttpResponseRedirect(f"{reverse(name)}?{urlencode({'next': wanted})}")
