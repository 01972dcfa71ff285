"""The practice's mark in the two files that browsers and phones ask for by name, drawn in its color or of its logo."""

import hashlib
import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pages import kept_practice, share_files
from pages.middleware import without_practice

# Goes up when they are drawn in another way.
RECIPE = 1
# Name in the address -> side in pixels, Pillow's name of the format, type.
ICONS = {
    "apple-touch-icon.png": (180, "PNG", "image/png"),
    "favicon.ico": (48, "ICO", "image/x-icon"),
}
A_DAY = {"Cache-Control": "public, max-age=86400"}


@without_practice
@require_safe
def icon(request: HttpRequest, name: str) -> HttpResponse:
    side, form, kind = ICONS[name]
    practice = kept_practice.current()
    logo = str(practice.logo.file.name) if practice.logo else ""
    question = {"side": side, "format": form, "accent": practice.accent_light}
    said = json.dumps([RECIPE, question, logo], sort_keys=True)
    digest = hashlib.sha256(said.encode()).hexdigest()[:16]
    folder = f"{share_files.FOLDER}/icons/{form.lower()}"
    try:
        data = share_files.kept(
            folder, f"{digest}.{form.lower()}", "pictures.icon_drawing", question, [logo]
        )
    except share_files.NOT_NOW:
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "60"})
    return HttpResponse(data, content_type=kind, headers=A_DAY)
