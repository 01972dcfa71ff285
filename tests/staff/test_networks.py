import pytest

from staff.networks import normal


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (way.format(address), expected)
        for address, expected in [
            ("198.51.100.7", "198.51.100.7"),
            ("[2001:db8::1]", "2001:db8::"),
            ("[::ffff:198.51.100.7]", "198.51.100.7"),
            ("[fe80::1%eth0]", "fe80::"),
        ]
        for way in ["{}", "{}:443", "{}:65535", "{}:", " {} ", '"{}:1111"', "\t{}:80 "]
    ]
    + [("2001:db8::1", "2001:db8::"), ("2001:DB8:0:0:9::", "2001:db8::"), ("fe80::1%1", "fe80::")],
)
def test_one_address_is_one_however_it_is_written(written, address):
    assert normal(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "", "unknown", "_hidden", "localhost", "198.51.100", "198.51.100.7.8", "256.1.1.1", "198.51.100.7:x",
        "198.51.100.7:1:2", "[2001:db8::1", "2001:db8::1]", "[[2001:db8::1]]", "[]", "[]:80", ":80", "01.02.03.04",
        "1" * 100_000, "198.51.100.7/24", "0x7f.1", "١٩٨.51.100.7", "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_address_is_none(written):
    assert normal(written) == ""
