"""A picture that is as wide on every screen names no larger files than the sharpest of them shows."""

import re

import pytest
from django.template import Context, Template

from pictures.models import Image

pytestmark = pytest.mark.django_db
FILES = [[320, 400, "a.jpg"], [560, 700, "b.jpg"], [840, 1050, "c.jpg"]]


@pytest.mark.parametrize(
    ("sizes", "widths"),
    [
        ("72px", ["320"]), ("6rem", ["320"]), ("8.5rem", ["320", "560"]), ("30rem", ["320", "560", "840"]),
        ("90rem", ["320", "560", "840"]), ("100vw", ["320", "560", "840"]), ("(min-width: 56rem) 6rem, 5rem", ["320", "560", "840"]),
    ],
)  # fmt: skip
def test_widths_follow_the_size(sizes, widths):
    image = Image(alt="A lake", file="images/a.jpg", width=840, height=1050)
    image.renditions = {"crops": {"original": {"webp": FILES, "jpg": FILES}}}
    drawn = Template("{% load images %}{% picture image sizes=sizes %}")
    html = drawn.render(Context({"image": image, "sizes": sizes}))
    for srcset in re.findall('srcset="([^"]*)"', html):
        assert re.findall(r" (\d+)w", srcset) == widths
    assert f'width="{widths[-1]}"' in html
