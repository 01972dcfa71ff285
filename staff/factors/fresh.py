"""Whether whoever is signed in has shown just now that it is them: for what hands out keys, takes them
away, or could lock others out.

A second factor where somebody has one or must have one; the password everywhere else. Signing in
counts, and so does the page that asks again. In a view with nothing typed into it:

    if not fresh.is_fresh(request):
        return fresh.ask(request)

In a form, where what was typed must stay, an error says what to do, and the same button goes through
afterwards:

    if not fresh.is_fresh(request):
        raise ValidationError(fresh.message_for(request.user), code="not_fresh")
"""

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from staff.factors import rules
from staff.models import User

# In seconds.
LASTS = app_settings.REAUTHENTICATION_TIMEOUT


def is_fresh(request: HttpRequest) -> bool:
    person = request.user
    if not person.is_authenticated:
        return False
    if rules.has_factor(person):
        return rules.factor_used_within(request, LASTS)
    if rules.must_have_factor(person):
        return False
    return rules.signed_in_within(request, LASTS) or did_recently_reauthenticate(request)


def ask(request: HttpRequest, then: str | None = None) -> HttpResponseRedirect:
    """To the page that asks, and from there to ``then``: an address of this site, without it the page
    that was asked for. What was posted is kept nowhere."""
    wanted = then or (request.get_full_path() if request.method == "GET" else request.path)
    return HttpResponseRedirect(page_that_asks(request.user, wanted))  # type: ignore[arg-type]


def message_for(person: User) -> str:
    """An error for a form: a link that opens beside it, so that what was typed stays."""
    return format_html(
        '{} <a href="{}" target="_blank">{}</a>',
        _("Please show first that it is you, and then press the same button again:"),
        page_that_asks(person, reverse("mfa_confirmed")),
        _("show that it is me (opens in a new tab)"),
    )


def page_that_asks(person: User, then: str) -> str:
    """Where nothing can be asked for yet, the page on which a second factor is set up."""
    if rules.must_have_factor(person) and not rules.has_factor(person):
        return reverse("mfa_index")
    ways = get_adapter().get_reauthentication_methods(person)
    return f"{ways[0]['url']}?{urlencode({'next': then})}"
