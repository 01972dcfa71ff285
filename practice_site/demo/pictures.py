from collections.abc import Callable
from pathlib import Path
from typing import Any

from pictures.models import Image
from practice_site.demo.files import IMAGES, facts


def load_pictures(say: Callable[[str], object]) -> dict[str, Image]:
    """``{file name: picture}``. Each is kept as soon as it is made: cutting them is the slow part,
    and a run that was interrupted goes on where it stopped."""
    listed = facts("images")["files"]
    pictures = {}
    for number, (name, about) in enumerate(listed.items(), start=1):
        say(f"Picture {number} of {len(listed)}: {name}")
        pictures[name] = Image.objects.filter(alt=about["alt"]).first() or take_in(
            IMAGES / name, alt=about["alt"], focal_x=about["x"], focal_y=about["y"]
        )
    return pictures


def take_in(path: Path, **about: Any) -> Image:
    with path.open("rb") as file:
        return Image.objects.from_upload(file, **about)
