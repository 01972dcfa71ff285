"""Rows by title or name, as far as the model's own admin shows them to this person."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import ModelAdmin
from django.db.models import Model
from django.http import HttpRequest
from django.utils.text import capfirst

from practice_site.finding.groups import LOOKED_AT, Found, Group, group
from practice_site.finding.words import Query
from practice_site.rooms import ORDER
from staff import admin_frame
from staff.admin_routes import address
from staff.models import User

# By which columns a row is found; the first is what is shown of it. What is not named here is not searched.
FOUND_BY: dict[str, tuple[str, ...]] = {
    "blog.Article": ("title",),
    "blog.Series": ("title",),
    "pictures.Image": ("alt", "credit"),
    "team.Therapist": ("name", "title"),
    "team.OfficePerson": ("first_name", "role"),
    "groups.Group": ("title",),
    "team.Specialty": ("name", "synonyms"),
    "team.Modality": ("name", "synonyms"),
    "team.Population": ("name",),
    "team.Language": ("name",),
    "team.Identity": ("name",),
    "team.Payer": ("name",),
    "team.Compact": ("name",),
    "team.TitleWording": ("words",),
    "intake.ReferralContact": ("name",),
    "intake.SavedAnswer": ("title",),
    "pages.Location": ("name", "street", "city"),
    "pages.ClosureDay": ("reason",),
    "pages.Announcement": ("text",),
    "pages.CrisisResource": ("name",),
    "pages.LegalNotice": ("name", "kind"),
    "pages.NoticeText": ("title",),
    "pages.Page": ("title",),
    "pages.MenuItem": ("label",),
    "search.SameMeaning": ("words", "leads_to"),
    "search.DangerWords": ("name",),
    "editing.Redirect": ("old_path", "new_path"),
    "staff.User": ("name", "email", "username"),
}
# Sealed, or about what is sealed; or without a name of its own.
NOT_SEARCHED = {
    "intake.Inquiry", "intake.RoomEvent", "intake.MonthlyDemand", "intake.CareAloneAge", "outbox.Message",
    "team.Supervision", "team.PracticeAuthority", "pages.Practice", "pages.ContactRoute",
}  # fmt: skip


def rows(wanted: Query, user: User) -> Iterator[Group]:
    request = HttpRequest()
    request.user = user
    admins = admin_frame.admins()
    for label in ORDER:
        if columns := FOUND_BY.get(label):
            model_admin = admins[label]
            if model_admin.has_view_or_change_permission(request):
                yield rows_of(model_admin, columns, wanted, request)


def rows_of(
    model_admin: ModelAdmin, columns: tuple[str, ...], wanted: Query, request: HttpRequest
) -> Group:
    model = model_admin.model
    visible = model_admin.get_queryset(request).order_by("-pk").values_list("pk", *columns)
    name = capfirst(model._meta.verbose_name_plural)
    return group(name, fitting(model, visible[:LOOKED_AT], wanted), more_of(model_admin, wanted))


def fitting(model: type[Model], visible: Any, wanted: Query) -> Iterator[Found]:
    for pk, *texts in visible:
        said = [text for text in texts if text]
        if said and wanted.stands_in(" ".join(map(str, said))):
            yield Found(said[0], address(model, "change", pk), ", ".join(map(str, said[1:2])))


def more_of(model_admin: ModelAdmin, wanted: Query) -> str:
    where = address(model_admin.model, "changelist")
    return f"{where}?{urlencode({'q': wanted.typed})}" if model_admin.search_fields else where
