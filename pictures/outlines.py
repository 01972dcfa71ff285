"""The site's drawings, painted by Pillow: outlines of one start and curves, filled."""

import re
from pathlib import Path

from PIL import Image, ImageDraw

Point = tuple[float, float]

PATH = re.compile(r'd="([^"]+)"\s*(?:fill="(#\w+)")?')
# Painted so many times larger and made smaller, so that edges are smooth.
FINER = 4
CURVE_STEPS = 12


def draw_shapes(image: Image.Image, file: Path, at: Point, scale: float, color: str) -> None:
    """The filled outlines of one of the site's drawings, in the colors it has or in this one."""
    for outline, own in PATH.findall(file.read_text()):
        points = [(x * scale * FINER, y * scale * FINER) for x, y in flattened(outline)]
        width, height = (int(max(point[axis] for point in points)) + FINER for axis in (0, 1))
        mask = Image.new("L", (width, height))
        ImageDraw.Draw(mask).polygon(points, fill=255)
        mask = mask.resize((width // FINER, height // FINER), Image.Resampling.LANCZOS)
        # The first accent is the practice's to choose; the light in the door stays.
        fill = color if own in ("", "#1f4b3a") else own
        image.paste(fill, (round(at[0]), round(at[1])), mask)


def flattened(outline: str) -> list[Point]:
    """A path of one start and curves (``M x y C …``) as the corners of a polygon."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", outline)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    corners = [points[0]]
    for first in range(1, len(points), 3):
        corners += curve(corners[-1], *points[first : first + 3])
    return corners


def curve(start: Point, one: Point, other: Point, end: Point) -> list[Point]:
    steps = [step / CURVE_STEPS for step in range(1, CURVE_STEPS + 1)]
    return [
        tuple(  # type: ignore[misc]
            (1 - t) ** 3 * start[axis]
            + 3 * (1 - t) ** 2 * t * one[axis]
            + 3 * (1 - t) * t**2 * other[axis]
            + t**3 * end[axis]
            for axis in (0, 1)
        )
        for t in steps
    ]
