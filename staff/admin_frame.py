"""The frame of the desk around pages that belong to no model. Besides what mounts its addresses, the
only module outside an ``admin`` package that asks for the admin site."""

from django.contrib import admin


def context_of(request) -> dict:
    """What the frame's templates need."""
    return admin.site.each_context(request)


def for_staff(view):
    """Only for whoever may enter the desk; others are led to sign in."""
    return admin.site.admin_view(view)


def may_enter(request) -> bool:
    return admin.site.has_permission(request)
