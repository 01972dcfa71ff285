"""Legal notices as visitors meet them: where they stand, and that an undecided one is nowhere."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pages.models import LegalNotice, NoticeText
from pages.notices.placement import missing_places
from tests.factories import (
    make_notice,
    make_notice_text,
    make_page,
    make_published_article,
    make_therapist,
    open_intake,
)

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.now() - timedelta(days=1)


def page_of(client, notice):
    return client.get(notice.get_absolute_url())


@pytest.mark.parametrize("kind", LegalNotice.Kind.values)
def test_a_notice_in_force_has_a_page_and_stands_in_the_foot_of_every_page(client, kind):
    notice = make_notice(kind)
    make_notice_text(notice, YESTERDAY, title="Ask <us> & more")
    page = page_of(client, notice)
    assert "Ask &lt;us&gt; &amp; more</h1>" in page.content.decode()
    link = f'href="{notice.get_absolute_url()}"'
    for name in ("home", "team:therapist_list", "pages:contact", "intake:inquiry_create"):
        foot = client.get(reverse(name)).content.decode().partition("<footer")[2]
        assert link in foot


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"stands_since": timezone.now() + timedelta(days=2)},
        {"stands_since": YESTERDAY, "outcome": "not-for-us"},
        {"stands_since": YESTERDAY, "outcome": "nothing"},
    ],
)
def test_without_a_text_in_force_there_is_no_page_no_link_and_no_entry_for_search_engines(
    client, fields
):
    notice = make_notice("privacy-practices")
    make_notice_text(notice, title="Not yet to be read", **fields)
    address = notice.get_absolute_url()
    assert page_of(client, notice).status_code == 404
    for path in ("/", "/get-started/", "/sitemap.xml"):
        assert address not in client.get(path).content.decode()
    start = (NoticeText.objects.get().pk - 1) // 1000 * 1000 + 1
    assert client.get(f"/sitemap/notices-{start}.xml").status_code == 404


def test_a_text_takes_the_place_of_the_one_before_on_pages_that_were_kept(client):
    notice = make_notice("grievance")
    make_notice_text(notice, YESTERDAY, title="First words")
    assert "First words" in client.get("/").content.decode()
    make_notice_text(notice, timezone.now(), title="Second words")
    for path in ("/", notice.get_absolute_url()):
        page = client.get(path).content.decode()
        assert "Second words" in page
        assert "First words" not in page


def test_substance_use_paragraphs_stand_only_after_a_yes(client):
    notice = make_notice("privacy-practices")
    text = {"substance_use_text": "<p>Kept apart.</p>"}
    make_notice_text(notice, YESTERDAY, **text)
    assert "Kept apart." not in page_of(client, notice).content.decode()
    make_notice_text(notice, timezone.now(), has_substance_use=True, **text)
    assert "Kept apart." in page_of(client, notice).content.decode()


def test_a_barrier_can_be_reported_from_the_accessibility_statement(client):
    notice = make_notice("accessibility")
    make_notice_text(notice, YESTERDAY, contact_phone="(555) 010-0142", contact_email="a@b.example")
    page = page_of(client, notice).content.decode()
    assert 'href="tel:+15550100142"' in page
    assert 'href="mailto:a@b.example"' in page


def test_a_text_in_another_language_says_which_it_is(client):
    notice = make_notice("language-help", "ar")
    make_notice_text(notice, YESTERDAY, title="مساعدة")
    page = page_of(client, notice).content.decode()
    assert '<article class="spread" lang="ar" dir="auto">' in page
    assert re.search(r'<a href="/notices/language-help-ar/" lang="ar" dir="auto">مساعدة</a>', page)


class TestTheEstimateBesidePrices:
    def main_of(self, client, address):
        return client.get(address).content.decode().partition("<main")[2].partition("</main>")[0]

    def addresses(self, amount):
        """A page of each kind that can say what something costs."""
        make_page("Fees", slug="fees", body=f"<p>{amount} for an hour.</p>")
        article = make_published_article(authors=["A guest"], body=f"<p>It is {amount}.</p>")
        return ["/fees/", article.get_absolute_url()]

    @pytest.mark.parametrize(
        "amount",
        [
            "$165",
            "$ 40",
            "US$20",
            "165 $",
            "40 dollars",
            "€90",
            "40 US dollars",
            "CAD 90",
            "90 USD",
            "a 30-dollar fee",
        ],
    )
    def test_stands_on_every_page_that_says_what_something_costs(self, client, amount):
        notice = make_notice("good-faith-estimate")
        make_notice_text(notice, YESTERDAY, title="Your right to an estimate")
        for address in self.addresses(amount):
            assert notice.get_absolute_url() in self.main_of(client, address)

    @pytest.mark.parametrize("words", ["45 minutes", "the $ sign", "room 165", "A dollar short"])
    def test_stands_not_where_nothing_is_said_of_it(self, client, words):
        notice = make_notice("good-faith-estimate")
        make_notice_text(notice, YESTERDAY)
        for address in self.addresses(words):
            assert notice.get_absolute_url() not in self.main_of(client, address)

    def test_stands_beside_the_fees_of_a_profile(self, client):
        notice = make_notice("good-faith-estimate")
        make_notice_text(notice, YESTERDAY)
        person = make_therapist("Ines Calder")
        assert notice.get_absolute_url() not in self.main_of(client, person.get_absolute_url())
        person.fees.create(service="A meeting", amount=165)
        assert notice.get_absolute_url() in self.main_of(client, person.get_absolute_url())

    @pytest.mark.parametrize("address", ["/", "/team/", "/team/?room=1&format=video"])
    def test_stands_below_cards_that_name_a_price(self, client, address):
        notice = make_notice("good-faith-estimate")
        make_notice_text(notice, YESTERDAY)
        make_therapist("Ines Calder").fees.create(service="A meeting", amount=165)
        main = self.main_of(client, address)
        assert "$165" in main
        assert notice.get_absolute_url() in main

    def test_stands_beside_the_question_how_somebody_would_pay(self, client):
        open_intake()
        notice = make_notice("good-faith-estimate")
        make_notice_text(notice, YESTERDAY)
        form = self.main_of(client, reverse("intake:inquiry_create"))
        assert notice.get_absolute_url() in form

    def test_is_for_search_engines(self, client):
        notice = make_notice("good-faith-estimate")
        make_notice_text(notice, YESTERDAY)
        address = notice.get_absolute_url()
        page = page_of(client, notice)
        assert "noindex" not in page.content.decode() + str(page.headers)
        start = (NoticeText.objects.get().pk - 1) // 1000 * 1000 + 1
        assert address in client.get(f"/sitemap/notices-{start}.xml").content.decode()


def test_privacy_practices_stand_on_the_form(client):
    open_intake()
    notice = make_notice("privacy-practices")
    make_notice_text(notice, YESTERDAY)
    form = client.get(reverse("intake:inquiry_create")).content.decode()
    assert notice.get_absolute_url() in form.partition("<main")[2].partition("</main>")[0]


def test_where_a_notice_does_not_stand_is_said(client):
    text = make_notice_text(make_notice("privacy-practices"), timezone.now())
    assert missing_places(text) == ["in the office, as far as anybody has said"]
    text.in_office_on = timezone.localdate()
    assert missing_places(text) == []


def test_a_text_that_visitors_are_not_shown_stands_nowhere_it_should():
    text = make_notice_text(make_notice("good-faith-estimate"))
    assert len(missing_places(text)) == 3
