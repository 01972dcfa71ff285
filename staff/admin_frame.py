"""The frame of the desk around pages that belong to no model. Besides what mounts its addresses, the
only module outside an ``admin`` package that asks for the admin site."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from staff.uploads import View


def context_of(request: HttpRequest) -> dict[str, object]:
    """What the frame's templates need."""
    return admin.site.each_context(request)


def for_staff(view: View) -> View:
    """Only for whoever may enter the desk; others are led to sign in."""
    return admin.site.admin_view(view)


def may_enter(request: HttpRequest) -> bool:
    return admin.site.has_permission(request)


def parts_of(request: HttpRequest) -> list[dict[str, Any]]:
    """What whoever asks may open, app by app."""
    return admin.site.get_app_list(request)


def admins() -> dict[str, admin.ModelAdmin]:
    """By the label of the model, those that are registered."""
    return {model._meta.label: model_admin for model, model_admin in admin.site._registry.items()}
