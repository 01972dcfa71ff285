"""Files that visitors' browsers keep for long: pictures, and the practice's colors."""

import re
from http import HTTPStatus

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from pages import kept_practice, share_files, share_images
from pages.middleware import without_practice

# What Image.save() writes; whatever else lies in the folder is nobody's to read.
PICTURE_NAME = re.compile(r"images/[0-9a-zA-Z_]+(?:/[0-9a-zA-Z_-]+)?\.(avif|webp|jpg|png)")
KEPT_FOR_LONG = {
    "Cache-Control": "public, max-age=31536000, immutable",
    # Feed readers on the web, and whoever shows what stands behind an address, do so in pages of their own.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
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
    headers = KEPT_FOR_LONG | {"Content-Type": PICTURE_TYPES[known[1]]}
    if request.method == "HEAD":
        with file:
            return HttpResponse(headers=headers | {"Content-Length": str(file.size)})
    return FileResponse(file, headers=headers)


@without_practice
@require_safe
def share_image(request, kind, slug, digest):
    """Beside an address that is shared; of an older one, whoever asks is led to the one of now."""
    find = share_images.FINDERS.get(kind)
    image = find(slug) if find else None
    if image is None:
        raise Http404
    if image.digest != digest:
        return HttpResponseRedirect(image.path, headers={"Cache-Control": "no-cache"})
    try:
        data = share_files.of(image)
    except share_files.NOT_NOW:
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "60"})
    return HttpResponse(data, content_type="image/jpeg", headers=KEPT_FOR_LONG)


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
