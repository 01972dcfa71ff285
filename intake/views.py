from django.conf import settings
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from intake import (
    asked_for,
    cannot,
    carried,
    heads,
    in_spanish,
    kept_open,
    other_ways,
    tokens,
    young,
)
from intake.documents.person_keys import code_from, in_groups
from intake.forms import InquiryForm
from intake.numbers import answered_in_time
from intake.receiving import AlreadySent, NotOpen, receive, refuse_second_time
from intake.room import holders
from pages import languages
from pages.calendar import answer_by, first_seen, phone_today
from staff import throttle
from staff.own_pages import comes_from_our_page
from staff.throttle import network_address

# Everything the form can hold fits many times over.
MOST_BYTES = 256 * 1024
HOUR = 60 * 60
MOST_OFFERED = 5

NUL_REMOVED = _(
    "A character that nobody can read was removed. Please look it over and send it again."
)
STALE = _("This page had been open for a long time. Please send it once more.")
FROM_ELSEWHERE = _(
    "Your browser says that this was sent from another site’s page. Please look it over and send it again; if that "
    "does not help, call us."
)
CHANGED = _(
    "You sent this page before, with other words. To send these words as well, send it again."
)
NOT_OPEN = _("We cannot take your message right now. Your words are still here: please call us.")
NOT_OPEN_NO_PHONE = _(
    "We cannot take your message right now. Your words are still here: keep them, and try again later."
)
TOO_MANY = _(
    "Several messages came from your network within the hour, so this one has to wait. "
    "Please call us, or send it again later."
)


class Uncached(View):
    """A page for one person: never kept by a browser or on the way, and without a session. It may be in another language
    than the site's own, by its address."""

    @method_decorator([csrf_exempt, never_cache, sensitive_post_parameters()])
    def dispatch(self, request, *args, language=settings.LANGUAGE_CODE, **kwargs):
        with translation.override(language):
            if request.method == "POST" and is_oversized(request):
                return self.show("intake/not_taken.html", {"reason": "size"}, status=413)
            return super().dispatch(request, *args, **kwargs)

    def http_method_not_allowed(self, request, *args, **kwargs):
        response = self.show("intake/not_taken.html", {"reason": "method"}, status=405)
        response.headers["Allow"] = ", ".join(self._allowed_methods())
        return response

    def why_not_taken(self, token, had_nul):
        """(sentence, status) where what was sent has to be looked over and sent again, or None."""
        if had_nul:
            return NUL_REMOVED, 400
        if not comes_from_our_page(self.request):
            return FROM_ELSEWHERE, 403
        return (STALE, 403) if token is None else None

    def show(self, template, context=None, status=200):
        practice = self.request.practice
        context = {
            "answer_by": answer_by(practice),
            "first_seen": first_seen(practice),
            "phone": phone_today(practice),
            **(context or {}),
        }
        return render(self.request, template, context, status=status)


class InquiryCreateView(Uncached):
    """The form. Its token stands in for the CSRF cookie; whatever is wrong, the words are kept."""

    unsent_form = InquiryForm

    def get(self, request):
        if in_spanish.is_shut(request.practice):
            with languages.in_ours():
                known = carried.again(request.GET, self.begun())
            return in_our_language("intake:inquiry_create", known)
        if kept_open.is_open():
            form = self.begun()
            token, chosen = tokens.issue(), carried.again(request.GET, form)
            response = self.show_form(
                form,
                token,
                head=heads.of_form(has_card=not chosen),
                carried=carried.in_words(form),
                # A link would lose what is typed: only before anybody has typed.
                referring=carried.referring(request.GET, form),
                other_language=in_spanish.other_of(
                    request.practice, "intake:inquiry_create", chosen
                ),
            )
            # All the rest of it is the same for whoever asks.
            response.own_part = token
        else:
            ways = other_ways.of(request.practice)
            response = self.show("intake/not_open.html", {"head": heads.of_form(), "ways": ways})
        # Its token is new in every answer, and of the address only what is in our lists is shown.
        response.may_be_compressed = True
        return response

    def begun(self):
        """With what they had chosen before they came."""
        query = self.request.GET
        return InquiryForm(
            practice=self.request.practice,
            offered=query.getlist("specialty")[:MOST_OFFERED],
            initial=carried.initial_of(query),
        )

    def post(self, request):
        data, had_nul = without_nul(request.POST)
        form = InquiryForm(
            data,
            practice=request.practice,
            offered=data.getlist("offered")[:MOST_OFFERED],
        )
        token = tokens.read(data.get("token", ""))
        if young.writes_alone(data):
            return self.show("intake/young.html", {"is_posted": True, "typed": young.typed(data)})
        if not holders.form_is_open():
            return self.show_shut(form)
        if why := self.why_not_taken(token, had_nul):
            return self.show_again(form, *why)
        if not form.is_valid():
            return self.show_form(form, token.text)
        return self.take(form, token)

    def take(self, form, token):
        answers = {name: form.data.getlist(name) for name in form.fields}
        try:
            # Before it is counted: a second click is not a second message.
            refuse_second_time(token, answers)
            # Counted together with what is stored: what we failed to take was no message.
            with transaction.atomic():
                if not self.may_write():
                    response = self.show_again(form, TOO_MANY, 429)
                    response.headers["Retry-After"] = str(HOUR)
                    return response
                content, is_spam = form.content(), form.looks_automated or token.is_hurried
                # What follows is for the practice; the mail to the person knows in which language they wrote.
                with languages.in_ours():
                    receive(
                        content, self.request.practice, token, answers, is_suspected_spam=is_spam
                    )
        except NotOpen:
            return self.show_shut(form)
        except AlreadySent as sent:
            if not sent.is_same:
                return self.show_again(form, CHANGED, 409)
        code = in_groups(code_from(token.text))
        return see_other(reverse("person:show", args=[code]) + "?new")

    def may_write(self):
        network = network_address(self.request)
        return throttle.hit("intake", network, settings.INQUIRIES_PER_HOUR, HOUR)

    def show_shut(self, form):
        """Nobody could open it: what they typed stays, with every way there is besides."""
        ways = other_ways.of(self.request.practice)
        return self.show_again(form, NOT_OPEN if ways.phone else NOT_OPEN_NO_PHONE, 503, ways=ways)

    def show_again(self, form, notice, status, **context):
        """The same answers with a fresh token and a sentence that says why."""
        return self.show_form(form, tokens.issue(is_second=True), notice, status, **context)

    def show_form(self, form, token, notice="", status=200, **context):
        context = {
            "form": form,
            "token": token,
            "notice": notice,
            "asked": asked_for.of(form),
            "asked_group": asked_for.group_of(form),
            "cannot": cannot.of_practice(self.request.practice, is_referral=form.is_referral),
            "answered": answered_in_time.share(self.request.practice),
            **context,
        }
        return self.show("intake/inquiry_form.html", context, status)


class YoungView(Uncached):
    """For a child who has come by themselves: before anything could be typed."""

    def get(self, request):
        if in_spanish.is_shut(request.practice):
            return in_our_language("intake:young")
        other = in_spanish.other_of(request.practice, "intake:young")
        return self.show("intake/young.html", {"other_language": other})


def in_our_language(page, query=""):
    return HttpResponseRedirect(f"{languages.address_in('', page)}{query}")


def see_other(address):
    return HttpResponseRedirect(address, status=303)


def is_oversized(request):
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length) > MOST_BYTES:
        return True
    try:
        request.POST  # noqa: B018  reading it is what raises
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
        return True
    return False


def without_nul(post):
    """A copy that every database takes, and whether something was removed."""
    data = post.copy()
    for name, values in data.lists():
        data.setlist(name, [value.replace("\x00", "") for value in values])
    return data, data != post
