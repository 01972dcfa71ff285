"""A page that is compressed once goes out around a part that is new for each, in every coding."""

import gzip
import random

import brotli
import pytest

from practice_site.kept_pages.around import around

IN_PLAIN = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
PAGE = b"<p>Tell us a little, in a few words.</p>" * 300
NEVER = b"\xfe" * 103


def pieces(before, after, size=103):
    part = random.Random(size).randbytes(size)
    return around([], before + part + after, part)


@pytest.mark.parametrize("seed", range(30))
def test_whatever_stands_around_it_each_part_comes_out_whole(seed):
    chance = random.Random(seed)
    before, after = (
        chance.choice([PAGE, chance.randbytes(chance.randrange(3000)), b"x", b""]) for _ in "ab"
    )
    found = pieces(before, after)
    for part in (NEVER, b"a" * 103, chance.randbytes(103), PAGE[:103]):
        for coding, one in found.items():
            assert one.is_for(part)
            content = one.outgoing(part).content
            assert IN_PLAIN[coding](content) == before + part + after
            assert part in content


def test_brotli_is_hardly_more_than_of_the_page_as_a_whole():
    token = random.Random(2).randbytes(103)
    sent = pieces(PAGE, PAGE)["br"].outgoing(token).content
    assert len(sent) < len(brotli.compress(PAGE + token + PAGE)) + 60


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_how_long_it_is_tells_nothing_of_the_part(coding):
    one = pieces(PAGE, PAGE)[coding]
    parts = (NEVER, PAGE[:103], random.Random(3).randbytes(103))
    assert len({len(one.outgoing(part).content) for part in parts}) == 1


def test_a_part_of_another_length_fits_no_stream_made_for_one():
    found = pieces(PAGE, PAGE)
    assert not found["br"].is_for(b"a" * 104)
    assert found["gzip"].is_for(b"a" * 104)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_where_a_part_is_too_short_to_stay_as_it_is_there_is_no_such_stream(size):
    for coding, one in pieces(PAGE, PAGE, size).items():
        part = b"~" * size
        assert IN_PLAIN[coding](one.outgoing(part).content) == PAGE + part + PAGE
