"""The rooms of the desk: its pages by the work that somebody does, not by the app they come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Room:
    """``models`` in the order in which they stand in it; the first that somebody may open is its door."""

    name: Any
    icon: str
    models: tuple[str, ...]


ROOMS = (
    Room(_("Writing"), "pen", ("blog.Article", "blog.Series", "pictures.Image")),
    Room(
        _("People"),
        "people",
        (
            "team.Therapist", "team.PracticeAuthority", "team.Supervision", "team.Compact",
            "team.TitleWording",
            "team.OfficePerson", "groups.Group", "team.Specialty", "team.Modality", "team.Population",
            "team.Language", "team.Identity", "team.Payer",
        ),
    ),
    Room(
        _("Inquiries"),
        "inquiries",
        (
            "intake.Inquiry", "intake.ReferralContact", "intake.MonthlyDemand",
            "intake.SavedAnswer", "intake.RoomEvent",
        ),
    ),
    Room(
        _("The practice"),
        "house",
        (
            "pages.Practice", "pages.Location", "pages.ClosureDay", "pages.Announcement", "pages.ContactRoute",
            "pages.CrisisResource", "pages.LegalNotice", "pages.NoticeText", "intake.CareAloneAge",
        ),
    ),
    Room(
        pgettext_lazy("the room of pages, menu, mail and accounts", "Site"),
        "ajar",
        (
            "pages.Page", "pages.MenuItem", "search.SameMeaning", "search.DangerWords", "editing.Redirect",
            "outbox.Message", "staff.User",
        ),
    ),
)  # fmt: skip
ORDER = [label for room in ROOMS for label in room.models]


def rooms_of(app_list: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rooms in which somebody may open something, each with what, as ``AdminSite.get_app_list`` gives it."""
    by_label = {model["model"]._meta.label: model for app in app_list for model in app["models"]}
    found = []
    for room in ROOMS:
        models = [by_label[label] for label in room.models if label in by_label]
        models = [model for model in models if model["admin_url"]]
        if models:
            found.append(
                {
                    "name": room.name,
                    "icon": room.icon,
                    "url": models[0]["admin_url"],
                    "models": models,
                    "is_current": any(model["is_current"] for model in models),
                }
            )
    return found
