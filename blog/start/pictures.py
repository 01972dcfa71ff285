"""Pictures of a Word file on their way into the library and into the draft."""

import io
from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from blog.models import Article
from blog.start.waiting_pictures import WaitingPictures
from pictures.models import Image
from writing.blocks import Block, blocks_to_html
from writing.pasting.left_out import as_stored
from writing.reading.places import LONGEST, Places

LONGEST_DESCRIPTION = 300


@dataclass
class Picture:
    """Without a description it is only decoration."""

    block: Block
    description: str = ""


def leave_out_missing(
    blocks: list[Block], waiting: WaitingPictures | None, left_out: Counter[str]
) -> None:
    """Those that cannot be taken in, since they are not there or whoever asks may add none."""
    missing = [
        block
        for block in blocks
        if block.file is not None and not (waiting and waiting.has(block.file))
    ]
    leave_out(blocks, missing, left_out)


def leave_out(blocks: list[Block], pictures: list[Block], left_out: Counter[str]) -> None:
    gone, before = set(map(id, pictures)), ""
    for block in blocks:
        if id(block) in gone:
            if isinstance(left_out, Places):
                left_out.tail = before
            left_out["picture"] += 1
            block.file = None
        before = block.text[-LONGEST:] or before


def take_in(
    article: Article,
    body: list[Block],
    pictures: list[Picture],
    waiting: WaitingPictures,
    left_out: Counter[str],
) -> None:
    """After the draft is stored, and outside of any transaction: sizes take a second each."""
    into_library(body, pictures, waiting, left_out)
    article.body, article.left_out = blocks_to_html(body), as_stored(left_out)
    article.save()
    waiting.drop()


def into_library(
    body: list[Block],
    pictures: list[Picture],
    waiting: WaitingPictures,
    left_out: Counter[str],
) -> None:
    """Each where it stands in ``body``; what the library refuses is left out."""
    refused, taken = [], {}
    for picture in pictures:
        key = (picture.block.file, picture.description)
        try:
            taken[key] = taken.get(key) or image_of(picture, waiting)
        except (ValidationError, OSError):
            refused.append(picture.block)
            continue
        picture.block.kind, picture.block.image = "picture", taken[key].pk
        picture.block.runs = []
    leave_out(body, refused, left_out)


def image_of(picture: Picture, waiting: WaitingPictures) -> Image:
    if picture.block.file is None:
        raise OSError
    file = io.BytesIO(waiting.get(picture.block.file))
    return Image.objects.from_upload(
        file, alt=picture.description, is_decorative=not picture.description
    )
