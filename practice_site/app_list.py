"""What the index and the rooms list: the parts of the admin that somebody may open.

It stands on every page, so it is made once for each request, in the order that is wanted; Django would sort
it by words and ask for sixty addresses anew.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from django.apps import apps
from django.contrib.admin import ModelAdmin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from practice_site.rooms import ORDER
from staff.admin_routes import address

RANKS = {name: rank for rank, name in enumerate(ORDER)}
APP_RANKS = {}
for name in ORDER:
    APP_RANKS.setdefault(name.split(".")[0], len(APP_RANKS))


def parts(
    registered: Mapping[type[Model], ModelAdmin], request: HttpRequest
) -> list[dict[str, Any]]:
    """As ``AdminSite.get_app_list`` gives them, of ``{model: its admin}``."""
    path, found = quote(request.path), {}
    for model in sorted(registered, key=rank_of):
        model_admin, label = registered[model], model._meta.app_label
        if not model_admin.has_module_permission(request):
            continue
        perms = model_admin.get_model_perms(request)
        if not any(perms.values()):
            continue
        if label not in found:
            found[label] = about_app(label, path)
        found[label]["models"].append(about_model(model, perms, path))
    return list(found.values())


def rank_of(model: type[Model]) -> tuple[int, int]:
    end = len(ORDER)
    return APP_RANKS.get(model._meta.app_label, end), RANKS.get(model._meta.label, end)


def about_app(label: str, path: str) -> dict[str, Any]:
    url = address_of_app(label)
    return {
        "name": apps.get_app_config(label).verbose_name,
        "app_label": label,
        "app_url": url,
        "has_module_perms": True,
        "is_current": url in path,
        "models": [],
    }


def about_model(model: type[Model], perms: dict[str, bool], path: str) -> dict[str, Any]:
    url = known_address(model, "changelist") if perms["change"] or perms["view"] else None
    return {
        "model": model,
        "name": capfirst(model._meta.verbose_name_plural),
        "object_name": model._meta.object_name,
        "perms": perms,
        "view_only": not perms["change"],
        "admin_url": url,
        "add_url": known_address(model, "add") if perms["add"] else None,
        "is_current": url is not None and url in path,
    }


known_address = cache(address)


@cache
def address_of_app(label: str) -> str:
    return reverse("admin:app_list", args=[label])
