"""What stands in texts, drafts among them, as far as the model's own admin shows the row to this person.

A text that is saved for later is found once it is in place: the index holds what rows hold."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.contrib.admin import ModelAdmin
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from practice_site.finding.groups import MOST, Found, Group, group
from practice_site.finding.words import Query
from search.in_texts import holding_all
from search.sources import SOURCES
from staff import admin_frame
from staff.admin_routes import address
from staff.models import User


def texts(wanted: Query, user: User) -> Iterator[Group]:
    request = HttpRequest()
    request.user = user
    admins = {
        kind: model_admin
        for kind, source in SOURCES.items()
        if (model_admin := admin_frame.admins().get(source.model))
        and model_admin.has_view_or_change_permission(request)
    }
    if admins:
        yield group(_("In texts"), fitting(admins, wanted, request))


def fitting(admins: dict[str, ModelAdmin], wanted: Query, request: HttpRequest) -> Iterator[Found]:
    visible = (
        Q(kind=kind, object_id__in=model_admin.get_queryset(request).order_by().values("pk"))
        for kind, model_admin in admins.items()
    )
    seen = set()
    # A page is several documents, and what has it in the title stands among the rows already.
    for held in holding_all(wanted.typed, reduce(or_, visible), 4 * MOST):
        where = address(admins[held.kind].model, "change", held.object_id)
        if where not in seen and not wanted.stands_in(held.title):
            seen.add(where)
            yield Found(held.title, where, held.passage)
