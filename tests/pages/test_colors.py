import re

import pytest
from django.conf import settings

from pages import colors
from pages.colors import NoTone, contrast, hex_of, mix, oklch, tones
from pages.models import Practice

BRANDS = [
    "#1f4b3a", "#000000", "#ffffff", "#777777", "#ff0000", "#0000ff", "#3b82f6", "#e8a33d",
    "#a6cfb2", "#f4c2c2", "#7c3aed", "#0d9488", "#f97316", "#be123c", "#8b5e34", "#E91E63",
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#1f4b3a", "#fbf8f1", 9.3)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.02)
    assert contrast(other, one) == contrast(one, other)


def test_oklch_is_that_of_its_author():
    # Published pairs: white is (1, 0), and sRGB red has lightness .628 and chroma .258.
    assert oklch("#ffffff")[:2] == pytest.approx((1, 0), abs=1e-3)
    assert oklch("#ff0000")[:2] == pytest.approx((0.628, 0.258), abs=1e-3)


@pytest.mark.parametrize("color", BRANDS)
def test_a_color_survives_the_way_there_and_back(color):
    assert hex_of(*oklch(color)) == color.lower()


def test_mixing_is_that_of_css():
    # oklab(80% 0 0) is #bebebe; and the two ends.
    assert mix("#000000", "#ffffff", 0.2) == "#bebebe"
    assert mix("#1f4b3a", "#fbf8f1", 1) == "#1f4b3a"
    assert mix("#1f4b3a", "#fbf8f1", 0) == "#fbf8f1"


@pytest.mark.parametrize("color", BRANDS)
def test_both_tones_can_be_read_wherever_the_accent_is_used(color):
    found = tones(color)
    for tone, grounds, written, inks in (
        (found.light, colors.LIGHT, colors.ON_LIGHT, colors.INK_LIGHT),
        (found.dark, colors.DARK, colors.ON_DARK, colors.INK_DARK),
    ):
        wash = mix(tone, grounds["paper"], 0.09)
        for ground in [*grounds.values(), wash]:
            assert contrast(tone, ground) >= 4.5
        for ink in written.values():
            assert contrast(ink, tone) >= 4.5
        for ink in inks.values():
            assert contrast(ink, wash) >= 4.5


def test_a_color_that_can_be_read_stays_as_it_was_chosen():
    assert tones("#1f4b3a").light == "#1f4b3a"
    assert tones("#a6cfb2").dark == "#a6cfb2"


@pytest.mark.parametrize("color", ["#1f4b3a", "#3b82f6", "#be123c", "#f97316", "#7c3aed"])
def test_tones_keep_the_hue(color):
    hue = oklch(color)[2]
    found = tones(color)
    assert oklch(found.light)[2] == pytest.approx(hue, abs=0.06)
    assert oklch(found.dark)[2] == pytest.approx(hue, abs=0.06)


@pytest.mark.parametrize("color", ["#00ff00", "#ffff00", "#00ffff"])
def test_a_hue_without_a_tone_names_the_nearest_that_has_one(color):
    with pytest.raises(NoTone) as refused:
        tones(color)
    tones(refused.value.nearest)
    assert oklch(refused.value.nearest)[0] == pytest.approx(oklch(color)[0], abs=0.02)


def declared(css, name):
    """The light and the dark value of one token."""
    value = re.search(rf"--{name}:\s*(?:light-dark\((\S+), (\S+)\)|(#\w+));", css)
    return (value[1] or value[3], value[2] or value[3])


def test_the_colors_checked_are_those_of_the_style_sheet():
    css = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    for light, dark in (
        (colors.LIGHT, colors.DARK),
        (colors.ON_LIGHT, colors.ON_DARK),
        (colors.INK_LIGHT, colors.INK_DARK),
    ):
        assert all(value == declared(css, name)[0] for name, value in light.items())
        assert all(value == declared(css, name)[1] for name, value in dark.items())
    assert "color-mix(in oklab, var(--accent) 9%, var(--paper))" in css
    assert "--door: light-dark(var(--accent), " in css


@pytest.mark.django_db
def test_the_tones_are_derived_when_the_practice_is_saved():
    practice = Practice.objects.create(accent="#3b82f6")
    practice.refresh_from_db()
    assert practice.accent == "#3b82f6"
    assert (practice.accent_light, practice.accent_dark) == tuple(vars(tones("#3b82f6")).values())
    assert practice.accent_light in practice.colors_css
