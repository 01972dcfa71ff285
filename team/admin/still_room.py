"""Where an inquiry was placed with somebody: whether they still have room, in one press."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from staff.admin_routes import address
from team.admin.who_has_room import asked_of
from team.confirming import still
from team.confirming.saying import By, in_words
from team.models import Therapist


@require_POST
def still_room(request: HttpRequest, model_admin: Any) -> HttpResponse:
    user: Any = request.user
    posted = request.POST
    person = next((one for one in asked_of(user) if str(one.pk) == posted.get("person")), None)
    if person is None:
        raise PermissionDenied
    by = By(user, user.get_full_name() or user.get_username())
    said = still.say(person.pk, posted.get("answer", ""), posted.get("seen", ""), by)
    if said:
        text = _("{name}: {said}, as of today.").format(
            name=said.name, said=said.get_availability_display()
        )
        messages.success(request, text)
        return HttpResponseRedirect(came_from(request))
    text = _("Of {name} this stands by now: {said}. Where it is not right, say it in the row.")
    messages.info(request, text.format(name=person.name, said=in_words(person)))
    return HttpResponseRedirect(address(Therapist, "room"))


def came_from(request: HttpRequest) -> str:
    back = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return back if is_ours else address(Therapist, "room")
