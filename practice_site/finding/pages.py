"""Pages and settings of the desk, by their own words and by what people call them."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import flatten
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.models import Practice
from practice_site.dashboard.firsts import all_firsts
from practice_site.finding.groups import Found, Group, group
from practice_site.finding.words import Query
from practice_site.rooms import rooms_of
from staff import admin_frame
from staff.admin_routes import address
from staff.models import User
from team.models import Therapist

# What else people call a field, beside its own words and those below it.
ALSO_CALLED = {
    "phone": gettext_lazy("phone telephone number call us"),
    "email": gettext_lazy("email email email address contact"),
    "time_zone": gettext_lazy("clock hours daylight"),
    "states_served": gettext_lazy("where licensed telehealth"),
    "accent": gettext_lazy("color colour theme design look"),
    "logo": gettext_lazy("picture mark brand"),
    "response_days": gettext_lazy("how fast promise answer reply time"),
    "keeps_inquiries_months": gettext_lazy("retention delete erase"),
    "answers_in_spanish": gettext_lazy("language español bilingual translation form"),
    "minors_note": gettext_lazy("teenagers children parents age"),
    "availability": gettext_lazy("openings waiting list taking new clients accepting"),
    "photo": gettext_lazy("picture portrait face"),
    "fees": gettext_lazy("price cost rate money"),
    "payer_participations": gettext_lazy("insurance insurers network"),
    "licenses": gettext_lazy("license licence state board"),
    "locations": gettext_lazy("address street office place directions"),
    "weekly_hours": gettext_lazy("opening hours times when open answered"),
}
# What else people call a list.
LISTS_ALSO_CALLED = {
    "blog.Article": gettext_lazy("blog posts writing texts drafts"),
    "pictures.Image": gettext_lazy("photos images library"),
    "team.Therapist": gettext_lazy("team clinicians profiles staff room"),
    "groups.Group": gettext_lazy("group therapy workshops classes courses events"),
    "team.Modality": gettext_lazy("methods therapies modalities"),
    "team.Payer": gettext_lazy("insurance payers"),
    "pages.Practice": gettext_lazy(
        "settings phone number email address opening hours time zone logo"
    ),
    "pages.Location": gettext_lazy("address office parking directions accessibility wheelchair"),
    "pages.ClosureDay": gettext_lazy("holidays vacation closed"),
    "pages.Announcement": gettext_lazy("banner notice news"),
    "pages.LegalNotice": gettext_lazy(
        "law compliance hipaa npp good faith estimate nondiscrimination 1557 grievance accessibility"
    ),
    "pages.MenuItem": gettext_lazy("navigation links header footer"),
    "editing.Redirect": gettext_lazy("redirects moved links"),
    "search.SameMeaning": gettext_lazy("synonyms search vocabulary"),
    "search.DangerWords": gettext_lazy("crisis suicide safety search alarm"),
    "outbox.Message": gettext_lazy("email outbox sent undelivered"),
    "staff.User": gettext_lazy("accounts users roles invite password staff"),
    "intake.Inquiry": gettext_lazy("requests messages contact form clients"),
    "intake.MonthlyDemand": gettext_lazy("statistics report counts"),
    "intake.SavedAnswer": gettext_lazy("templates canned replies letters"),
    "intake.RoomEvent": gettext_lazy("log audit protocol"),
}


def pages(wanted: Query, user: User) -> Iterator[Group]:
    request = HttpRequest()
    request.user = user
    yield group(_("Pages of the desk"), unlike(places(wanted, user, request)))
    yield group(_("Settings"), settings(wanted, request))


def unlike(found: Iterator[Found]) -> Iterator[Found]:
    """No page twice."""
    seen = set()
    for one in found:
        if one.url not in seen:
            seen.add(one.url)
            yield one


def places(wanted: Query, user: User, request: HttpRequest) -> Iterator[Found]:
    for first in all_firsts(user):
        if wanted.asks_for(f"{first['name']} {first['hint']}"):
            yield Found(first["name"], first["url"], first["hint"])
    for room in rooms_of(admin_frame.parts_of(request)):
        for model in room["models"]:
            called = LISTS_ALSO_CALLED.get(model["model"]._meta.label, "")
            if wanted.asks_for(f"{model['name']} {room['name']} {called}"):
                yield Found(model["name"], model["admin_url"], room["name"])
    if user.has_perm("team.confirm_room"):
        name, called = (
            _("Who has room"),
            _("openings availability waitlist accepting new clients confirm"),
        )
        if wanted.asks_for(f"{name} {called}"):
            yield Found(name, address(Therapist, "room"), _("People"))
    for name, url, called in own_pages(user):
        if wanted.asks_for(f"{name} {called}"):
            yield Found(name, url, _("Your menu"))


def own_pages(user: User) -> Iterator[tuple[str, str, str]]:
    if user.has_usable_password():
        yield _("Change password"), reverse("admin:password_change"), _("passphrase sign in login")
    yield (
        _("Two-step verification"),
        reverse("mfa_index"),
        _("two-factor 2fa app code passkey security"),
    )


def settings(wanted: Query, request: HttpRequest) -> Iterator[Found]:
    """Fields of the two forms that are one page each: the practice's facts, and one's own profile."""
    admins = admin_frame.admins()
    facts = admins["pages.Practice"]
    if facts.has_change_permission(request):
        yield from fields_of(facts, Practice(pk=1), wanted, request)
    profile = getattr(request.user, "therapist", None)
    if profile and admins["team.Therapist"].has_change_permission(request, profile):
        yield from fields_of(admins["team.Therapist"], profile, wanted, request)


def fields_of(
    model_admin: ModelAdmin, row: Model, wanted: Query, request: HttpRequest
) -> Iterator[Found]:
    where = address(row, "change", row.pk)
    form: dict[str, Any] = model_admin.get_form(request, row, change=True).base_fields
    name = capfirst(model_admin.opts.verbose_name)
    for section, options in model_admin.get_fieldsets(request, row):
        for field_name in flatten(options["fields"]):
            if field := form.get(field_name):
                label = capfirst(str(field.label or field_name))
                called = ALSO_CALLED.get(field_name, "")
                if wanted.asks_for(f"{label} {section or ''} {field.help_text} {called}"):
                    detail = f"{name}, {section}" if section else name
                    yield Found(label, f"{where}#id_{field_name}", detail)
