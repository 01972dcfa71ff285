"""Where somebody who was asked says whether there is room. No account, no session, no cookie; only a button changes
anything, for programs that look into mail open every link."""

from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from editing.private_pages import kept_private
from staff import throttle
from staff.own_pages import comes_from_our_page
from staff.throttle import network_address
from team.confirming.forms import RoomForm
from team.confirming.history import note
from team.confirming.links import is_still_theirs
from team.confirming.saying import By, Row, say
from team.models import RoomLink, Therapist

HOUR = 60 * 60
# Guesses of one network; and presses through one link.
MOST_WRONG, MOST_SAID = 20, 60
FROM_ELSEWHERE = _(
    "Your browser says that this was sent from another site’s page. Look it over, and press again."
)
TOO_MANY = _("That was often within an hour. Nothing is lost: wait a little, and press again.")


@method_decorator(csrf_exempt, name="dispatch")
class RoomLinkView(View):
    """``/o/<token>/``."""

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, token: str) -> HttpResponseBase:  # type: ignore[override]
        link = RoomLink.objects.by_token(token)
        if link is None or not link.is_open:
            return kept_private(self.closed(request, is_known=link is not None))
        self.link, self.person = link, self.read(link.therapist_id)
        if not is_still_theirs(link, self.person):
            return kept_private(self.closed(request, is_known=True))
        if not self.person.is_public:
            template = "team/confirming/not_here.html"
            return kept_private(
                TemplateResponse(request, template, {"person": self.person}, status=410)
            )
        return kept_private(super().dispatch(request))

    def closed(self, request: HttpRequest, *, is_known: bool) -> TemplateResponse:
        status = 404
        if not is_known and not throttle.hit(
            "room link", network_address(request), MOST_WRONG, HOUR
        ):
            status = 429
        return TemplateResponse(request, "editing/link_closed.html", status=status)

    @staticmethod
    def read(pk: int) -> Therapist:
        return Therapist.objects.select_related("user").for_matching().get(pk=pk)

    def get(self, request: HttpRequest) -> TemplateResponse:
        return self.page(Row(self.person, RoomForm(self.person)))

    def post(self, request: HttpRequest) -> HttpResponseBase:
        row = Row(self.person, RoomForm(self.person, request.POST))
        if not comes_from_our_page(request):
            return self.page(row, FROM_ELSEWHERE, 403)
        if not throttle.hit("room said", self.link.uid.hex, MOST_SAID, HOUR):
            return self.page(row, TOO_MANY, 429)
        row = self.say()
        if row.is_to_see:
            return self.page(row, row.notice, 409 if row.notice else 200)
        return HttpResponseRedirect(f"{request.path}?thanks", status=303)

    @transaction.atomic
    def say(self) -> Row:
        """By whoever has the link: it was sent to one person."""
        list(Therapist.objects.select_for_update().filter(pk=self.person.pk).values_list("pk"))
        person = self.read(self.person.pk)
        row = Row(person, RoomForm(person, self.request.POST))
        say(row, By(person.user, person.name, is_by_link=True), is_confirmed=True)
        note(row, person.user or self.link.created_by)
        return row

    def page(self, row: Row, notice: object = "", status: int = 200) -> TemplateResponse:
        context = {
            "person": row.person,
            "form": row.form,
            "notice": notice,
            "link": self.link,
            "is_said": "thanks" in self.request.GET and not notice,
            "is_of_today": row.person.availability_confirmed_on == timezone.localdate(),
        }
        return TemplateResponse(self.request, "team/confirming/page.html", context, status=status)
