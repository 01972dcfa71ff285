"""The page behind a clinician's private link. The code in the address is the only key to it."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from intake import by_code, tokens
from intake.models import Offer
from intake.offers import asking
from intake.offers.forms import AnswerForm
from intake.views import Uncached, without_nul
from team.confirming import still

WAIT = _("Too many tries from your network. Please wait an hour, or call the front desk.")


class OfferView(Uncached):
    unsent_form = AnswerForm

    def get(self, request, code):
        offer, code, fault = self.find(code)
        return fault or self.page(offer, code, AnswerForm())

    def post(self, request, code):
        offer, code, fault = self.find(code)
        if fault:
            return fault
        data, had_nul = without_nul(request.POST)
        form = AnswerForm(data)
        token = tokens.read(data.get("token", ""))
        if why := self.why_not_taken(token, had_nul):
            return self.page(offer, code, form, *why)
        if not offer.is_open or not form.is_valid():
            return self.page(offer, code, form)
        answers, asked = form.cleaned_data, asking.opened(offer, code)
        asking.answer(offer, asked, answers["answer"], answers["words"], token)
        is_yes = answers["answer"] == Offer.Answer.YES
        person = still.named(asked.therapist) if is_yes else None
        # Whoever takes somebody on is asked at once whether there is room for more.
        address = reverse("openings:still", args=[still.token_for(person)]) if person else ""
        return HttpResponseRedirect(address or request.path, status=303)

    def find(self, typed):
        """(offer, code, None), or (None, None, response)."""
        offer, code, status = by_code.find(self.request, typed, asking.find, "offer")
        if offer:
            return offer, code, None
        context = {"notice": WAIT if status == 429 else ""}
        return None, None, self.show("intake/offer_gone.html", context, status=status)

    def page(self, offer, code, form, notice="", status=200):
        context = {
            "offer": offer,
            # A settled question tells nothing any more.
            "asked": asking.opened(offer, code) if offer.is_open else None,
            "form": form,
            "token": tokens.issue(),
            "notice": notice,
        }
        return self.show("intake/offer.html", context, status=status)
