"""What of an upload is refused, and the sentence for each reason. What only the pixels show is found in
``pictures.pixels``, which names the reason.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pictures.sizes import MEGAPIXELS

MOST_BYTES = 25 * 1024 * 1024

MESSAGES = {
    "too_heavy": _(
        "This file is larger than 25 MB. Export it as JPEG, about 3000 pixels on its long side, "
        "and upload that."
    ),
    "too_many_pixels": _(
        "This picture has more than %(most)d million pixels. Make it smaller, about 3000 pixels on its "
        "long side, and upload that."
    ),
    "too_much": _(
        "This picture takes too much work to read. Export it as JPEG, about 3000 pixels on its long "
        "side, and upload that."
    ),
    "empty": _("This file is empty. Choose the picture again."),
    "damaged": _(
        "This picture is damaged or not complete. Open it on your computer, export it as JPEG and "
        "upload the new file."
    ),
    "heic": _("This is a HEIC photo, as phones take them. Export it as JPEG and upload that."),
    "svg": _("This is an SVG drawing. Export it as PNG, about 1600 pixels wide, and upload that."),
    "unknown": _(
        "This file is not a JPEG, PNG, WebP, AVIF or GIF picture. Export it as JPEG and upload that."
    ),
}


def refusal(reason: str) -> ValidationError:
    code, _colon, kind = reason.partition(":")
    return ValidationError(MESSAGES[code], code=code, params={"most": MEGAPIXELS.get(kind, 40)})
