"""Forgotten and first passwords, by a link in a mail.

The link's page stores the token in the session and moves on to an address without it, so that
the token stands in no history entry and no log. Opening the link changes nothing else.
"""

from django.contrib.auth import forms, get_user_model, views
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import EmailInput
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from staff import admin_frame, devices, throttle
from staff.copied import MailField
from staff.mails import send_password_link
from staff.models import PasswordRequest
from staff.signin import clock, forget_tries

HOUR = 60 * 60
REQUESTS_PER_ADDRESS = 20
MAILS_PER_ACCOUNT = 3
MOST_AT_ONCE = 50


class ForgottenForm(forms.PasswordResetForm):
    email = MailField(
        label=_("Email"), max_length=254, widget=EmailInput(attrs={"autocomplete": "email"})
    )

    def save(self, **options):
        """Nothing that happens here may show, in words or by the time it takes: it would tell who works
        here. So it is the same for every address, and the worker looks whose it is."""
        address = self.cleaned_data["email"]
        if throttle.hit("password letter", address.casefold(), MAILS_PER_ACCOUNT, HOUR):
            request = PasswordRequest(digest=digest_of(address))
            PasswordRequest.objects.bulk_create([request], ignore_conflicts=True)


def digest_of(address):
    return salted_hmac("staff.passwords", address.casefold(), algorithm="sha256").hexdigest()


def answer_requests():
    """For the worker: the mails to those who work here, and nothing to anybody else. Invited people
    without a password may ask as well; it goes to the address we know, not the typed one."""
    for request in PasswordRequest.objects.order_by("pk")[:MOST_AT_ONCE]:
        with transaction.atomic():
            # Whoever deletes it answers it: there may be several workers.
            if PasswordRequest.objects.filter(pk=request.pk).delete()[0]:
                for person in get_user_model().objects.filter(is_active=True).exclude(email=""):
                    if constant_time_compare(digest_of(person.email), request.digest):
                        send_password_link(person)


class DeskPage:
    """A page in the dress of the admin for people who are not signed in."""

    @method_decorator(never_cache)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)

    def get_context_data(self, **kwargs):
        return admin_frame.context_of(self.request) | super().get_context_data(**kwargs)


class ForgottenView(DeskPage, views.PasswordResetView):
    form_class = ForgottenForm
    title = _("Set a new password")

    def post(self, request, *args, **kwargs):
        address = throttle.network_address(request)
        if throttle.hit("password address", address, REQUESTS_PER_ADDRESS, HOUR):
            return super().post(request, *args, **kwargs)
        form = self.get_form()
        free_at = throttle.free_at("password address", address, REQUESTS_PER_ADDRESS)
        form.add_error(
            None,
            ValidationError(
                _("Too many requests. Please try again at %(time)s, not before."),
                params={"time": clock(free_at)},
            ),
        )
        return self.render_to_response(self.get_context_data(form=form), status=429)


class SentView(DeskPage, views.PasswordResetDoneView):
    title = _("Look at your email")


class ChooseView(DeskPage, views.PasswordResetConfirmView):
    title = _("Choose a password")

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code == 302:
            # Only where the token may be in the address: on the form's page, a browser told
            # "no-referrer" would send "Origin: null", which the CSRF check refuses.
            response["Referrer-Policy"] = "no-referrer"
        return response

    def form_valid(self, form):
        forget_tries(self.user)
        response = super().form_valid(form)
        # Whoever reads their mail here is no stranger, however many of those are trying meanwhile.
        devices.remember(self.request, response, self.user)
        return response

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.validlink:
            context["title"] = _("This link no longer works")
        return context


class ChosenView(DeskPage, views.PasswordResetCompleteView):
    title = _("Your password is set")
