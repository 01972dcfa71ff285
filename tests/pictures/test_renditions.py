import io
import itertools
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms, ImageDraw, ImageFile, PngImagePlugin

from pictures import apart, pixels, renditions

GPS, ORIENTATION = 0x8825, 0x0112
TURNED_RIGHT = 6


def file_of(image, kind="JPEG", **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    target.seek(0)
    return target


def read(encoded):
    return Image.open(io.BytesIO(encoded.data))


def refusal(file):
    with pytest.raises(ValidationError) as refused:
        renditions.master_of(file)
    return refused.value.messages[0]


def halves(size=(200, 100), left="red", right="blue"):
    image = Image.new("RGB", size, left)
    ImageDraw.Draw(image).rectangle([size[0] // 2, 0, *size], fill=right)
    return image


def is_color(pixel, color, slack=40):
    wanted = {"red": (255, 0, 0), "blue": (0, 0, 255), "green": (0, 128, 0)}[color]
    return all(abs(a - b) <= slack for a, b in zip(pixel[:3], wanted, strict=True))


def huge_png(width, height):
    """A PNG of a few hundred bytes that says it is enormous."""

    def chunk(kind, data):
        checksum = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checksum

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + header + body)


def test_a_sideways_photo_comes_out_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    master = read(renditions.master_of(file_of(halves(), exif=exif)))
    assert master.size == (100, 200)
    assert is_color(master.getpixel((50, 30)), "red")
    assert is_color(master.getpixel((50, 170)), "blue")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_every_format_that_can_say_how_it_was_held_is_believed(kind):
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    master = read(renditions.master_of(file_of(halves(), kind, exif=exif)))
    assert master.size == (100, 200)
    assert is_color(master.getpixel((50, 30)), "red")


def test_a_see_through_photo_with_a_profile_comes_out_upright_as_well():
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED_RIGHT
    image = halves()
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    upload = file_of(image, "PNG", exif=exif, icc_profile=changed_about_profile())
    master = read(renditions.master_of(upload))
    assert (master.mode, master.size) == ("RGBA", (100, 200))
    assert is_color(master.getpixel((20, 30)), "blue")


def test_nothing_of_what_the_camera_wrote_is_kept():
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    exif.get_ifd(GPS)[1] = "N"
    upload = file_of(
        halves(), exif=exif, comment=b"at home", xmp=b"<x:xmpmeta>where</x:xmpmeta>", quality=95
    )
    for word in (b"Camera maker", b"at home", b"xmpmeta"):
        assert word in upload.getvalue()
    master = renditions.master_of(upload)
    crops = renditions.crops_of(io.BytesIO(master.data), (0.5, 0.5), renditions.RATIOS)
    for encoded in [master, *itertools.chain(*crops.values())]:
        image = read(encoded)
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & image.info.keys()
        for word in (b"Camera maker", b"at home", b"xmpmeta", b"Exif"):
            assert word not in encoded.data


def test_text_inside_a_png_is_not_kept():
    note = PngImagePlugin.PngInfo()
    note.add_text("Author", "somebody private")
    master = renditions.master_of(file_of(Image.new("RGBA", (40, 40)), "PNG", pnginfo=note))
    assert b"somebody private" not in master.data


def test_a_picture_that_says_it_is_enormous_is_refused_unread():
    assert "40 million pixels" in refusal(huge_png(30_000, 30_000))


def test_just_over_forty_megapixels_is_refused():
    assert "40 million pixels" in refusal(huge_png(8000, 5001))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_pixels_are_counted_before_they_are_decoded(kind, monkeypatch):
    upload = file_of(halves((400, 300)), kind)
    monkeypatch.setitem(pixels.MEGAPIXELS, kind, 0.119999)
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda self: pytest.fail("It was decoded."))
    with pytest.raises(apart.Refused, match=f"too_many_pixels:{kind}"):
        pixels.master_of(upload.getvalue())


def test_a_format_that_takes_more_memory_has_fewer_pixels():
    assert "20 million pixels" in refusal(file_of(Image.new("L", (5000, 4001)), "WEBP"))


@pytest.mark.parametrize(("size", "sentence"), [(25 << 20, "empty"), ((25 << 20) + 1, "25 MB")])
def test_a_file_over_the_limit_is_refused_before_it_is_read(size, sentence):
    class Heavy(io.BytesIO):
        def seek(self, *args):
            return size

        def read(self, *args):
            assert size <= 25 << 20, "It was read."
            return b""

    assert sentence in refusal(Heavy())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_file_cut_short_is_refused_with_a_sentence(kind):
    noise = Image.effect_noise((300, 300), 80).convert("RGB")
    whole = file_of(noise, kind).getvalue()
    for part in (len(whole) // 2, 200, 40):
        assert "export" in refusal(io.BytesIO(whole[:part])).lower()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_format_we_name_is_taken(kind):
    assert read(renditions.master_of(file_of(halves(), kind))).size == (200, 100)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<!doctype html><script>alert(1)</script>", "not a JPEG"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "not a JPEG"),
        (b"%PDF-1.7", "not a JPEG"),
        (b"\0" * 500, "not a JPEG"),
        (b"", "empty"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_to_do(content, message):
    assert message in refusal(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["TIFF", "BMP", "ICO"])
def test_formats_outside_the_list_never_reach_their_parser(kind):
    assert "not a JPEG" in refusal(file_of(halves(), kind))


def test_html_behind_a_picture_does_not_survive():
    upload = io.BytesIO(file_of(halves(), "GIF").getvalue() + b"<script>alert(1)</script>")
    assert b"script" not in renditions.master_of(upload).data


def test_ink_colors_become_screen_colors():
    master = read(renditions.master_of(file_of(halves().convert("CMYK"))))
    assert master.mode == "RGB"
    assert is_color(master.getpixel((20, 50)), "red")


def changed_about_profile():
    """An sRGB profile whose red and blue are exchanged: who applies it, sees blue for red."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    rows = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * profile[131], 12)}
    red, blue = rows[b"rXYZ"], rows[b"bXYZ"]
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    return bytes(profile)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_color_profile_is_applied(mode):
    upload = file_of(halves().convert(mode), "PNG", icc_profile=changed_about_profile())
    assert is_color(read(renditions.master_of(upload)).getpixel((20, 50)), "blue")


def test_a_color_profile_nobody_can_read_is_ignored():
    not_for_screens = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for broken in (not_for_screens, b"not a profile"):
        master = read(renditions.master_of(file_of(halves(), "PNG", icc_profile=broken)))
        assert is_color(master.getpixel((20, 50)), "red")


def test_a_palette_with_see_through_parts_stays_see_through():
    image = Image.new("P", (100, 60), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(1, (50, 0, 100, 60))
    master = renditions.master_of(file_of(image, "PNG", transparency=0))
    assert master.kind == "png"
    assert read(master).getpixel((10, 10))[3] == 0
    crops = renditions.crops_of(io.BytesIO(master.data), (0.5, 0.5), ["original"])
    assert {one.kind for one in crops["original"]} == {"avif", "webp", "png"}
    for one in crops["original"]:
        assert read(one).convert("RGBA").getpixel((10, 10))[3] == 0


def test_a_layer_without_holes_becomes_a_jpeg():
    assert renditions.master_of(file_of(halves().convert("RGBA"), "PNG")).kind == "jpg"


def test_sixteen_bit_gray_keeps_its_shades():
    image = Image.new("I;16", (50, 50), 32768)
    pixel = read(renditions.master_of(file_of(image, "PNG"))).getpixel((25, 25))
    assert abs(pixel[0] - 128) < 4


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_every_mode_of_a_png_is_taken(mode):
    image = Image.new("I;16", (30, 30)) if mode == "I;16" else halves().convert(mode)
    assert read(renditions.master_of(file_of(image, "PNG"))).mode in {"RGB", "RGBA"}


def test_an_animation_keeps_its_first_frame():
    frames = [Image.new("RGB", (50, 50), "red"), Image.new("RGB", (50, 50), "blue")]
    for kind in ("GIF", "WEBP"):
        upload = file_of(frames[0], kind, save_all=True, append_images=frames[1:])
        master = read(renditions.master_of(upload))
        assert getattr(master, "n_frames", 1) == 1
        assert is_color(master.getpixel((25, 25)), "red")


def test_the_master_has_at_most_3200_pixels_on_its_long_side():
    master = renditions.master_of(file_of(Image.new("L", (5000, 1000))))
    assert (master.width, master.height) == (3200, 640)


def test_no_rendition_is_wider_than_its_source():
    assert pixels.steps(1600, (400, 800, 1200, 1600)) == [400, 800, 1200, 1600]
    assert pixels.steps(5000, (400, 800, 1200, 1600)) == [400, 800, 1200, 1600]
    assert pixels.steps(820, (400, 800, 1200, 1600)) == [400, 820]
    assert pixels.steps(10, (400, 800, 1200, 1600)) == [10]


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (3, 2)])
def test_odd_sizes_have_every_crop(size):
    master = renditions.master_of(file_of(Image.new("RGB", size, "green"), "PNG"))
    crops = renditions.crops_of(io.BytesIO(master.data), (1, 0), renditions.RATIOS)
    for encoded in crops.values():
        assert all(read(one).size == (one.width, one.height) for one in encoded)


@pytest.mark.parametrize(
    ("focus", "box"),
    [
        ((0.0, 0.5), (0, 0, 80, 100)),
        ((0.5, 0.5), (60, 0, 140, 100)),
        ((0.6, 0.5), (80, 0, 160, 100)),
        ((1.0, 0.5), (120, 0, 200, 100)),
    ],
)
def test_a_crop_follows_the_focus_and_stays_inside(focus, box):
    assert pixels.crop_box((200, 100), (4, 5), focus) == box


def test_the_crop_shows_the_side_that_has_the_focus():
    master = renditions.master_of(file_of(halves()))
    for x, color in ((0.1, "red"), (0.9, "blue")):
        crops = renditions.crops_of(io.BytesIO(master.data), (x, 0.5), ["4:5"])
        for one in crops["4:5"]:
            image = read(one).convert("RGB")
            assert image.width / image.height == pytest.approx(4 / 5, abs=0.02)
            assert is_color(image.getpixel((image.width // 2, image.height // 2)), color)


def test_a_crop_that_cuts_nothing_shares_the_uncropped_files():
    master = renditions.master_of(file_of(Image.new("RGB", (160, 100))))
    crops = renditions.crops_of(io.BytesIO(master.data), (0.2, 0.2), renditions.RATIOS)
    assert crops["16:10"] == crops["original"]


def test_the_same_upload_gets_the_same_name():
    first, second = (renditions.master_of(file_of(halves())) for _ in range(2))
    assert first.digest == second.digest
