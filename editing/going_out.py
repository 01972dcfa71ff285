"""What goes out by itself at a time that was set: looked at once more before."""

from django.contrib import admin


def hold_back_refused():
    for model_admin in admin.site._registry.values():
        if hasattr(model_admin, "hold_back_refused"):
            model_admin.hold_back_refused()
