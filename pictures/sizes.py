"""What is taken and what is made of it. ``pixels`` does so with Pillow, which nobody else has to import."""

from typing import Any

# Millions of pixels that each reader unpacks within 512 MB, as measured: Pillow holds four
# bytes for a pixel, WebP and AVIF hold a picture three times over while they read it.
MEGAPIXELS = {"JPEG": 40, "PNG": 40, "GIF": 40, "WEBP": 20, "AVIF": 26}
FORMATS = list(MEGAPIXELS)
MASTER_SIDE = 3200

# Of what stands beside an address that somebody shares, as most who show one ask for it.
SHARED = (1200, 630)

ORIGINAL = "original"
RATIOS = {ORIGINAL: None, "4:5": (4, 5), "16:10": (16, 10)}
WIDTHS = {
    ORIGINAL: (400, 800, 1200, 1600),
    "4:5": (320, 560, 840, 1120),
    "16:10": (400, 800, 1200, 1600),
}
# Smallest first: a browser takes the first type it knows. The last one every browser shows.
ENCODERS: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
    "png": {"format": "PNG"},
}
MASTER_ENCODERS: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 88, "progressive": True, "optimize": True},
    "png": {"format": "PNG"},
}
