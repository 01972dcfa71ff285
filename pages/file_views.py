"""Files that visitors' browsers keep for long: pictures, and the practice's colors."""

import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe

from pages import kept_practice
from pages.middleware import without_practice

# What Image.save() writes; whatever else lies in the folder is nobody's to read.
PICTURE_NAME = re.compile(r"images/[0-9a-zA-Z_]+(?:/[0-9a-zA-Z_-]+)?\.(avif|webp|jpg|png)")
PICTURE_TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}


@without_practice
@require_safe
def media(request, name):
    """A picture we encoded ourselves. Names change with content, so browsers may keep it."""
    known = PICTURE_NAME.fullmatch(name)
    try:
        file = default_storage.open(name) if known else None
    except OSError:
        file = None
    if file is None:
        raise Http404
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Type": PICTURE_TYPES[known[1]],
        # Feed readers on the web show our pictures in their own pages.
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if request.method == "HEAD":
        with file:
            return HttpResponse(headers=headers | {"Content-Length": str(file.size)})
    return FileResponse(file, headers=headers)


@without_practice
@require_safe
def colors(request, digest):
    """The practice's accent as a style sheet whose address changes with it."""
    practice = kept_practice.current()
    if digest != practice.colors_digest:
        raise Http404
    return HttpResponse(
        practice.colors_css,
        content_type="text/css",
        headers={"Cache-Control": "public, max-age=31536000, immutable"},
    )
