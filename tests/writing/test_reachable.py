"""What can be called or written to in a text is a link, and nothing else is."""

import re

import pytest

from pages.models import CrisisResource
from tests.factories import make_page, make_practice
from writing.reachable import Surroundings, with_links
from writing.rendering import for_feed, for_page

HOTLINE = Surroundings("US", frozenset({"(800) 799-7233", "988", "741741"}))
LINK = re.compile(r'<a class="written" href="((?:tel|mailto):[^"]*)">(.*?)</a>')


def found(text, country="US"):
    return LINK.findall(with_links(f"<p>{text}</p>", Surroundings(country)))


@pytest.mark.parametrize(
    ("text", "number", "written"),
    [
        ("Call (541) 555-0142.", "+15415550142", "(541) 555-0142"),
        ("(541)555-0142", "+15415550142", "(541)555-0142"),
        ("Phone:541-555-0142", "+15415550142", "541-555-0142"),
        ("541.555.0142, or", "+15415550142", "541.555.0142"),
        ("541 555 0142", "+15415550142", "541 555 0142"),
        ("541&nbsp;555&nbsp;0142", "+15415550142", "541&nbsp;555&nbsp;0142"),
        ("541\u2011555\u20110142", "+15415550142", "541\u2011555\u20110142"),
        ("at 1-800-985-3059 (free)", "+18009853059", "1-800-985-3059"),
        ("1 (800) 985-3059", "+18009853059", "1 (800) 985-3059"),
        ("((541) 555-0142)", "+15415550142", "(541) 555-0142"),
        ("“541-555-0142”", "+15415550142", "541-555-0142"),
        ("541-555-0142 ext. 12", "+15415550142", "541-555-0142"),
        ("541-555-0142, 24 hours a day", "+15415550142", "541-555-0142"),
        ("541-555-0142 24 hours a day", "+15415550142", "541-555-0142"),
        ("+1 541 555 0142", "+15415550142", "+1 541 555 0142"),
        ("+1 (541) 555-0142", "+15415550142", "+1 (541) 555-0142"),
        ("+44 (0)20 7946 0018", "+442079460018", "+44 (0)20 7946 0018"),
        ("+44 20 7946 0018", "+442079460018", "+44 20 7946 0018"),
        ("+33 1 23 45 67 89", "+33123456789", "+33 1 23 45 67 89"),
        ("+49 30 1234567", "+49301234567", "+49 30 1234567"),
        ("+420 123 456 789", "+420123456789", "+420 123 456 789"),
        ("+15415550142", "+15415550142", "+15415550142"),
    ],
)
def test_a_number_that_can_be_called_is_a_link(text, number, written):
    assert found(text) == [(f"tel:{number}", written)]


@pytest.mark.parametrize(
    "text",
    [
        "988", "911", "211", "Text HOME to 741741", "1-800-273-TALK", "5415550142", "NPI 1234567893",
        "November 28, 2026", "2026-11-28", "11/28/2026", "28.11.2026", "01.02.2026", "1939-1945", "2019–2024",
        "$165", "$1,250.00", "$541-555-0142", "USD 541 555 0142", "1 541 555", "100–200", "200-300 people",
        "97201-1234", "Wendham, OR 97201-0142", "ISBN 978-0-306-40615-7", "ISBN 0-306-40615-2",
        "978-541-555-0142", "License 541-555-0142", "License no. 541-555-0142", "Lic. #541-555-0142",
        "Fax: (541) 555-0143", "doi:10.1037/0003-066X.59.1.29", "10.541-555-0142", "541-555-01421",
        "541-555-0142-7", "541-555-0142/3", "1541-555-0142", "911-555-0142", "541-911-0142", "141-555-0142",
        "12 541 555 0142", "541 555 0142 12", "0541-555-0142", "123-45-6789", "12-3456789", "192.168.100.200",
        "+20 000 000", "+20 000 000 000", "+1 to +10", "+1 541 555", "8 a.m.–7 p.m.", "F41.1, F43.10",
        "020 7946 0018", "1/2/3/4/5/6/7/8/9/0", "3.14159265358979", "x541-555-0142", "541-555-0142abc",
        "#541-555-0142", "&#38;541", "\u0665\u0664\u0661-\u0665\u0665\u0665-\u0660\u0661\u0664\u0662",
    ],
)  # fmt: skip
def test_a_number_that_nobody_calls_stays_as_it_is(text):
    assert with_links(f"<p>{text}</p>", Surroundings("US")) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("country", "text", "number"),
    [
        ("GB", "020 7946 0018", "+442079460018"),
        ("GB", "(020) 7946 0018", "+442079460018"),
        ("GB", "07700 900123", "+447700900123"),
        ("IE", "01 496 0000", "+35314960000"),
        ("IE", "087 123 4567", "+353871234567"),
        ("AU", "(02) 5550 1234", "+61255501234"),
        ("AU", "0491 570 006", "+61491570006"),
        ("NZ", "021 555 0123", "+64215550123"),
        ("CA", "(613) 555-0142", "+16135550142"),
        ("ZZ", "+49 30 1234567", "+49301234567"),
    ],
)
def test_elsewhere_numbers_are_read_as_they_are_written_there(country, text, number):
    assert found(text, country) == [(f"tel:{number}", text)]


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("GB", "541-555-0142"), ("GB", "116 123"), ("GB", "0800 1111"), ("GB", "01-02-2026"), ("IE", "112"),
        ("AU", "13 11 14"), ("AU", "000"), ("ZZ", "030 1234567"), ("ZZ", "541-555-0142"), ("", "541-555-0142"),
    ],
)  # fmt: skip
def test_numbers_of_another_country_stay_alone_there(country, text):
    assert found(text, country) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Write to desk@fallowhouse.example.", "desk@fallowhouse.example"),
        ("(careers@fallow-house.example)", "careers@fallow-house.example"),
        ("a.b+c@d.e.example, please", "a.b+c@d.e.example"),
        ("Mail:desk@x.org;", "desk@x.org"),
    ],
)
def test_a_mail_address_is_a_link(text, address):
    assert found(text) == [(f"mailto:{address}", address)]


@pytest.mark.parametrize(
    "text",
    [
        "@handle", "a@b", "desk@", "@x.org", "desk@x..org", "https://desk@x.org/", "desk@@x.org", "a@x.o",
        "desk@x.org@y.org", "tom&amp;desk@x.org", "desk at x dot org", "x.org", "desk@-", "desk@münchen.de",
    ],
)  # fmt: skip
def test_what_is_no_mail_address_stays_as_it_is(text):
    assert with_links(f"<p>{text}</p>", Surroundings("US")) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="https://x.example/541-555-0142">541-555-0142</a></p>',
        '<p><a href="tel:+15415550142">(541) 555-0142</a></p>',
        '<p><a href="/a">write to <em>desk@x.org</em></a></p>',
        "<h2>Call 541-555-0142</h2>",
        '<p title="541-555-0142 > desk@x.org">a</p>',
    ],
)
def test_links_headings_and_attributes_are_left_alone(html):
    assert with_links(html, Surroundings("US")) == html


def test_a_number_in_pieces_is_none():
    html = "<p>(541) <strong>555</strong>-0142</p>"
    assert with_links(html, Surroundings("US")) == html


def test_what_stands_after_a_link_is_linked_again():
    html = '<ul><li><a href="/a">541-555-0142</a></li><li>541-555-0143</li></ul>'
    assert LINK.findall(with_links(html, Surroundings("US"))) == [
        ("tel:+15415550143", "541-555-0143")
    ]


@pytest.mark.parametrize(
    "written", ["(800) 799-7233", "800-799-7233", "1-800-799-7233", "+1 800 799 7233"]
)
def test_a_crisis_line_is_no_link_however_it_is_written(written):
    assert with_links(f"<p>{written}</p>", HOTLINE) == f"<p>{written}</p>"


@pytest.mark.parametrize(
    "to", ["988", "911", "741741", "+18007997233", "800-799-7233", "1 800 799 7233"]
)
def test_a_link_to_a_crisis_line_in_a_text_is_taken_out_and_its_words_stay(to):
    html = f'<p>Call <a href="tel:{to}">the <em>line</em></a>, or <a href="/contact/">us</a>.</p>'
    assert with_links(html, HOTLINE) == (
        '<p>Call the <em>line</em>, or <a href="/contact/">us</a>.</p>'
    )


@pytest.mark.parametrize(
    "to",
    [
        "TEL:988", "Tel:18007997233", " tel:988", "tel:18007997233,1", "tel:1-800-799-7233;ext=2",
        "tel:%31800%37997233", "tel:011-1-800-799-7233", "tel:001 800 799 7233", "tel:٨٠٠٧٩٩٧٢٣٣",
        "tel:1-800-799-7233x5",
    ],
)  # fmt: skip
def test_such_a_link_is_taken_out_in_whatever_way_it_was_put_there(to):
    html = f'<p>Call <a href="{to}">the line</a>.</p>'
    assert with_links(html, HOTLINE) == "<p>Call the line.</p>"


@pytest.mark.parametrize(
    ("country", "written"),
    [
        ("US", "1-800-273-8255"), ("US", "877-565-8860"), ("CA", "+1 800 668 6868"),
        ("GB", "0800 068 4141"), ("GB", "+44 800 068 4141"), ("AU", "1800 551 800"), ("NZ", "0800 543 354"),
        ("DE", "+1 800 273 8255"),
    ],
)  # fmt: skip
def test_a_known_line_is_no_link_though_the_practice_has_not_entered_it(country, written):
    nothing_entered = Surroundings(country)
    assert with_links(f"<p>{written}</p>", nothing_entered) == f"<p>{written}</p>"


@pytest.mark.parametrize("text", ["800-799-723٣", "a%0abcc@x.com", "541-555-014２"])
def test_signs_that_only_look_like_figures_make_no_link(text):
    assert "<a" not in with_links(f"<p>{text}</p>", Surroundings("US"))


@pytest.mark.django_db
class TestOnPages:
    TEXT = "<p>Call (541) 555-0142, or (800) 799-7233, or desk@x.example. In danger: 988.</p>"

    def test_the_practice_s_country_and_its_crisis_lines_decide(self, client):
        practice = make_practice(country="US")
        CrisisResource.objects.create(name="Line", text="Awake.", call="(800) 799-7233")
        make_page("Training", body=self.TEXT)
        wanted = [
            ("tel:+15415550142", "(541) 555-0142"),
            ("mailto:desk@x.example", "desk@x.example"),
        ]
        text = client.get("/training/").text
        assert LINK.findall(text.partition('class="prose"')[2].partition("</div>")[0]) == wanted
        assert LINK.findall(for_page(self.TEXT)) == wanted
        assert LINK.findall(for_feed(self.TEXT, "https://x.example")) == wanted
        practice.country = "GB"
        practice.save()
        assert LINK.findall(for_page(self.TEXT)) == wanted[1:]
