"""The library as a wall: each picture whole, with its focus, what it lacks, and what shows it."""

from typing import Any, NamedTuple

from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.text import capfirst

from pictures.models import Image
from pictures.remarks import is_small
from pictures.where_used import kinds_using

# Of the longer side.
RING = 0.045


class Hung(NamedTuple):
    image: Image
    # In pixels of the picture, written for a drawing and not for people.
    ring: dict[str, str]
    is_small: bool
    shown_in: list[str]


def hang(images: list[Image]) -> list[Hung]:
    uses = kinds_using(Image, {image.pk for image in images})
    return [
        Hung(
            image,
            ring_of(image),
            is_small(image.width, image.height),
            [in_words(model, count) for model, count in uses.get(image.pk, {}).items()],
        )
        for image in images
    ]


def ring_of(image: Image) -> dict[str, str]:
    numbers = {
        "width": image.width,
        "height": image.height,
        "x": round(image.focal_x * image.width),
        "y": round(image.focal_y * image.height),
        "r": round(RING * max(image.width, image.height)),
    }
    return {name: str(number) for name, number in numbers.items()}


def in_words(model: Any, count: int) -> str:
    if count == 1:
        return str(capfirst(model._meta.verbose_name))
    return f"{count} {model._meta.verbose_name_plural}"


class Wall(ChangeList):
    hung: list[Hung]

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.hung = hang(list(self.result_list))
