"""Right after a clinician has said yes to somebody: whether there is room for more. Without an account."""

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from editing.private_pages import kept_private
from staff.own_pages import comes_from_our_page
from team.confirming import still
from team.confirming.forms import ANSWERS
from team.confirming.saying import By


@method_decorator(csrf_exempt, name="dispatch")
class StillRoomView(View):
    """``/o/still/<token>/``."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, token: str) -> HttpResponseBase:  # type: ignore[override]
        person = still.person_of(token)
        if person is None:
            closed = TemplateResponse(request, "editing/link_closed.html", status=404)
            return kept_private(closed)
        self.person = person
        return kept_private(super().dispatch(request))

    def get(self, request: HttpRequest) -> TemplateResponse:
        context = {
            "person": self.person,
            "seen": still.mark_of(self.person),
            "answers": ANSWERS,
            "is_said": "thanks" in request.GET,
            "is_other": "other" in request.GET,
        }
        return TemplateResponse(request, "team/confirming/still.html", context)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        person, posted = self.person, request.POST
        if not comes_from_our_page(request):
            return HttpResponseRedirect(request.path, status=303)
        by = By(person.user, person.name, is_by_link=True)
        said = still.say(person.pk, posted.get("answer", ""), posted.get("seen", ""), by)
        return HttpResponseRedirect(f"{request.path}?{'thanks' if said else 'other'}", status=303)
