"""What every public page shows, and that none of them needs more than an empty database."""

import datetime

import pytest
from django.utils import timezone

from pages.models import (
    Announcement,
    ContactRoute,
    CrisisResource,
    Location,
    MenuItem,
    OpeningHours,
    Practice,
)
from team.models import Fee, OfficePerson, Payer, PayerParticipation
from tests.factories import (
    make_image,
    make_page,
    make_practice,
    make_published_article,
    make_specialty,
    make_therapist,
)
from writing.unbroken import unbroken

pytestmark = pytest.mark.django_db

LISTS = ["/", "/team/", "/blog/", "/specialties/", "/approaches/", "/contact/", "/get-started/"]


@pytest.fixture
def one_of_each():
    specialty = make_specialty("Grief")
    therapist = make_therapist("Hana Wexler")
    make_published_article("The drawer", [therapist], [specialty])
    make_page("Fees")
    return [*LISTS, "/specialties/grief/", "/team/hana-wexler/", "/blog/the-drawer/", "/fees/"]


@pytest.mark.parametrize("address", LISTS)
def test_page_of_a_practice_that_has_entered_nothing_answers(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not Practice.objects.exists()
    assert "tel:988" in response.text
    assert "None" not in response.text


def test_every_page_sets_no_cookie_and_keeps_the_policy(client, practice, one_of_each):
    for address in one_of_each:
        response = client.get(address)
        assert not response.cookies, address
        assert "'unsafe-inline'" not in response["Content-Security-Policy"], address
        for forbidden in [" style=", "<style", " onclick=", "javascript:"]:
            assert forbidden not in response.text, address


def test_every_page_has_one_main_heading_and_says_where_it_lives(client, practice, one_of_each):
    for address in one_of_each:
        text = client.get(address).text
        assert text.count("<h1") == 1, address
        assert text.count('<main id="main"') == 1, address
        assert f'<link rel="canonical" href="http://127.0.0.1:8000{address}">' in text


def test_second_page_of_articles_is_a_page_of_its_own(client, practice):
    for _number in range(13):
        make_published_article(authors=["A Guest"])
    text = client.get("/blog/?page=2").text
    assert 'rel="canonical" href="http://127.0.0.1:8000/blog/?page=2"' in text
    assert 'rel="prev" href="/blog/"' in text


def test_crisis_help_of_the_practice_is_on_every_page_before_the_hours(
    client, practice, one_of_each
):
    CrisisResource.objects.all().delete()
    CrisisResource.objects.create(name="River line", text="Awake at any hour.", call="555")
    CrisisResource.objects.create(name="Hidden line", text="Not yet.", is_shown=False)
    OpeningHours.objects.create(
        practice=practice, weekday=0, opens=datetime.time(8), closes=datetime.time(19)
    )
    for address in one_of_each:
        text = client.get(address).text
        footer = text[
            text.index("<footer") if "/blog/the" not in address else text.rindex("<footer") :
        ]
        assert footer.index("River line") < footer.index(unbroken("8 a.m.–7 p.m.")), address
        assert "Hidden line" not in text


def test_announcement_is_on_every_page_for_its_days(client, practice, one_of_each):
    today, day = timezone.localdate(), datetime.timedelta(days=1)
    Announcement.objects.create(text="We rest today.", first_day=today - day, last_day=today + day)
    Announcement.objects.create(
        text="Long past.", first_day=today - 9 * day, last_day=today - 5 * day
    )
    for address in one_of_each:
        text = client.get(address).text
        assert "We rest today." in text, address
        assert "Long past." not in text


def test_menu_shows_what_staff_chose(client, practice):
    MenuItem.objects.create(label="Client portal", outside_url="https://portal.example/")
    MenuItem.objects.create(label="Unseen", outside_url="https://x.example/", is_shown=False)
    MenuItem.objects.create(label="Half done", page=make_page(state="draft"))
    text = client.get("/").text
    assert '<a href="https://portal.example/">Client portal</a>' in text
    assert "Unseen" not in text
    assert "Half done" not in text


def test_menu_marks_the_part_of_the_site_one_is_in(client, practice, one_of_each):
    MenuItem.objects.create(label="Writing", section=MenuItem.Section.BLOG)
    assert '<a href="/blog/" aria-current="page">Writing' in client.get("/blog/").text
    assert '<a href="/blog/" aria-current="true">Writing' in client.get("/blog/the-drawer/").text
    assert '<a href="/blog/">Writing' in client.get("/team/").text


def test_logo_takes_the_place_of_the_drawn_mark(client):
    make_practice(logo=make_image(alt="Larchmont Counseling"))
    text = client.get("/").text
    assert "wordmark drawn" not in text
    assert 'alt="Larchmont Counseling"' in text


def test_colors_of_the_practice_come_as_a_style_sheet(client, practice):
    digest = practice.colors_digest
    assert f'href="/colors/{digest}.css"' in client.get("/").text
    response = client.get(f"/colors/{digest}.css")
    assert "--accent" in response.text
    assert "immutable" in response["Cache-Control"]


def test_person_without_a_portrait_is_drawn_with_a_letter(client, practice):
    make_therapist("Hana Wexler", photo=None)
    assert '<span class="initial" aria-hidden="true">H</span>' in client.get("/team/").text


def test_office_people_stand_below_and_outside_the_filters(client, practice):
    OfficePerson.objects.create(first_name="Dana", role="Coordinator")
    make_therapist(availability="closed")
    make_therapist()
    text = client.get("/team/?room=1").text
    assert text.index("therapist-card") < text.index("Dana")


def test_filters_that_fit_nobody_say_so_and_lead_out(client, practice):
    make_therapist(states=["NY"], is_video=True, is_in_person=False)
    make_therapist(states=["OR"], is_video=False, is_in_person=True)
    text = client.get("/team/?state=NY&format=in-person").text
    assert "Nobody here fits all of that at once" in text
    assert text.count("therapist-card") == text.count('class="but"') == 2
    assert 'href="/team/#found">Show everybody' in text


def test_profile_tells_fees_and_insurers_with_their_day(client, practice):
    therapist = make_therapist("Hana Wexler")
    Fee.objects.create(therapist=therapist, service="First meeting", minutes=50, amount=185)
    payer = Payer.objects.create(name="Cascade Mutual")
    PayerParticipation.objects.create(
        therapist=therapist, payer=payer, as_of=datetime.date(2026, 11, 2)
    )
    text = client.get("/team/hana-wexler/").text
    assert "First meeting: $185 for 50 minutes" in text
    assert unbroken("Cascade Mutual<small>as of November 2, 2026") in text


def test_profile_and_specialty_hand_over_what_was_chosen(client, practice, one_of_each):
    assert 'href="/get-started/?therapist=hana-wexler"' in client.get("/team/hana-wexler/").text
    assert 'href="/get-started/?specialty=grief"' in client.get("/specialties/grief/").text


def test_several_authors_stand_in_order_and_may_have_no_profile(client, practice):
    first = make_therapist("Zora First", photo=make_image(alt="Zora"))
    make_published_article("Ours", [first, "A Guest"])
    text = client.get("/blog/ours/").text
    byline = text[text.index('class="byline"') : text.index('class="prose"')]
    assert byline.index("Zora First") < byline.index("A Guest")
    assert byline.count('class="portrait"') == 1
    assert byline.count("By ") == 1


def test_quoted_opening_lines_are_a_quotation_and_others_are_not(client, practice):
    make_published_article("Said", ["A Guest"], opening_lines="“I had the day off.”")
    make_published_article("Written", ["A Guest"], opening_lines="A day off.")
    assert '<blockquote class="opening"><p>“I had' in client.get("/blog/said/").text
    assert '<div class="opening"><p>A day off' in client.get("/blog/written/").text


def test_contact_page_asks_who_one_is(client, practice):
    for audience, label in ContactRoute.Audience.choices:
        ContactRoute.objects.create(audience=audience, text=f"For: {label}", phone="(555) 010-0142")
    Location.objects.create(practice=practice, name="The house", getting_here="Five steps, a rail.")
    text = client.get("/contact/").text
    for audience in ContactRoute.Audience.values:
        assert f'href="#{audience}"' in text
        assert f'id="{audience}"' in text
    assert "tel:+15550100142" in text
    assert "Five steps, a rail." in text


def test_page_shows_its_opening_lines(client, practice):
    make_page("Fees", lede="All of it, before you ask.")
    assert "All of it, before you ask." in client.get("/fees/").text


@pytest.mark.parametrize("has_invitation", [True, False])
def test_page_ends_with_an_invitation_where_somebody_wants_it(client, practice, has_invitation):
    make_page("Fees", has_invitation=has_invitation)
    main = client.get("/fees/").text.partition("<main")[2].partition("</main>")[0]
    assert ('href="/get-started/"' in main) == has_invitation
    assert ("You hear back within" in main) == has_invitation


def test_words_of_the_practice_are_shown_as_text(client):
    evil = '"><img src=x onerror=alert(1)>'
    make_practice(name=evil, tagline=evil, introduction=evil, responder=evil, voicemail_note=evil)
    for address in LISTS:
        assert "<img src=x" not in client.get(address).text, address


def test_whoever_comes_back_to_a_page_loads_it_no_second_time(client, practice, one_of_each):
    feeds = ["/blog/feed/", "/blog/feed/atom/", "/sitemap.xml"]
    for address in {*one_of_each, *feeds} - {"/get-started/"}:
        tag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304, address
