"""What is found is what is public at this moment, whoever wrote it by whatever way."""

import datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blog.models import Article
from pages.models import Page
from search import indexing, triggers
from search.engines import plain
from search.finding import ON_A_PAGE, find
from search.models import Change, Document, SameMeaning, Word
from team.models import Language, OfficePerson, Specialty, Therapist
from tests.factories import (
    make_article,
    make_modality,
    make_page,
    make_practice,
    make_specialty,
    make_therapist,
)
from tests.search.texts import published

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def addresses(typed):
    return [result.shown.url for result in find(typed).results]


def first(typed):
    return next(iter(addresses(typed)), None)


@pytest.fixture(params=["the database's", "none"])
def either_engine(request, monkeypatch):
    """With the database's own search, and where it has none."""
    if request.param == "none":
        monkeypatch.setattr("search.engines.of", lambda: plain)


@pytest.mark.usefixtures("either_engine")
def test_every_kind_is_found():
    make_practice()
    published("The drawer", body="<p>Of wintering squirrels.</p>")
    make_therapist("Zoë Ålund", opening_lines="Squirrels, mostly.")
    make_specialty("Restlessness", body="<p>Like a squirrel.</p>", clinical_name="Agitation")
    make_modality("Sand play", body="<p>Squirrels of sand.</p>")
    make_page("What it costs", slug="cost", body="<h3>Do you see squirrels?</h3><p>Gladly.</p>")
    found = addresses("squirrel")
    assert set(found) == {
        "/blog/the-drawer/", "/team/zoe-alund/", "/specialties/restlessness/", "/approaches/sand-play/",
        "/cost/", "/cost/#part-do-you-see-squirrels",
    }  # fmt: skip
    assert first("do you see squirrels") == "/cost/#part-do-you-see-squirrels"
    assert first("agitated squirrel agitation") == "/specialties/restlessness/"
    assert first("contact") == "/contact/"


def test_accents_and_capitals_do_not_matter():
    make_therapist("Zoë Ålund")
    published("Übung der Stille")
    for typed in ("zoe alund", "ZOË", "alund", "Zoe Ålund"):
        assert first(typed) == "/team/zoe-alund/"
    for typed in ("ubung", "ÜBUNG der stille", "Übung"):
        assert first(typed) == "/blog/ubung-der-stille/"


def test_a_set_time_acts_to_the_second():
    now = timezone.now().replace(microsecond=0)
    published("Winter light", publish_at=now + DAY, withdraw_at=now + 2 * DAY)
    second = datetime.timedelta(seconds=1)
    for moment, is_there in (
        (now, False), (now + DAY - second, False), (now + DAY, True),
        (now + 2 * DAY - second, True), (now + 2 * DAY, False),
    ):  # fmt: skip
        with time_machine.travel(moment, tick=False):
            assert bool(addresses("winter light")) is is_there, moment


def test_drafts_and_whoever_is_not_listed_are_not_found_nor_their_words_told():
    make_article("Secret gardens", body="<p>Of hydrangeas.</p>")
    make_page("Secret page", state="draft")
    make_therapist("Hedda Secret", is_listed=False)
    make_therapist("Otto Secret", left_on=timezone.localdate())
    for typed in ("secret", "hydrangeas", "hedda", "otto", "hydrangaes", "secert gardens"):
        found = find(typed)
        assert not found.results
        assert not found.instead


@pytest.mark.parametrize(
    "write",
    [
        lambda article: Article.objects.filter(pk=article.pk).update(title="Of badgers"),
        lambda article: Article.objects.bulk_update([retitled(article)], ["title"]),
        lambda article: by_hand("UPDATE blog_article SET title = 'Of badgers'"),
        lambda article: retitled(article).save(),
    ],
    ids=["in bulk", "many rows", "by hand", "saved"],
)
def test_no_write_passes_the_index_by(write):
    article = published("Of otters")
    assert addresses("otters")
    write(article)
    assert addresses("badgers")
    assert not addresses("otters")


def retitled(article):
    article.title = "Of badgers"
    return article


def by_hand(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_what_is_deleted_leaves_the_index():
    published("Of otters")
    make_page("Of otters, the page")
    assert len(addresses("otters")) == 2
    by_hand("DELETE FROM blog_byline")
    by_hand("DELETE FROM blog_article")
    assert len(addresses("otters")) == 1
    Page.objects.all().delete()
    assert addresses("otters") == []
    assert not Document.objects.filter(title__contains="otters").exists()


def test_what_is_made_in_bulk_is_found():
    Specialty.objects.bulk_create([Specialty(name=f"Heron {n}", slug=f"heron-{n}") for n in "abc"])
    assert len(addresses("heron")) == 3


def test_people_are_found_by_what_stands_beside_them():
    person = make_therapist("Ines Calder", states=["OR"])
    assert first("therapist who speaks Tagalog") != "/team/ines-calder/"
    language = Language.objects.create(name="Tagalog")
    person.languages.add(language)
    assert first("therapist who speaks Tagalog") == "/team/ines-calder/"
    Language.objects.filter(pk=language.pk).update(name="Quechua")
    assert first("quechua") == "/team/ines-calder/"
    assert addresses("tagalog") == []
    assert first("oregon therapist") == "/team/ines-calder/"
    by_hand("DELETE FROM team_practiceauthority")
    assert addresses("oregon") == []
    person.therapistspecialty_set.create(specialty=make_specialty("Falconry"), order=0)
    assert "/team/ines-calder/" in addresses("falconry")
    Therapist.objects.update(name="Inés Calderón")
    assert first("calderon") == "/team/ines-calder/"


def test_words_that_mean_the_same_are_found_both_ways_and_at_once():
    make_specialty("Moon sickness")
    published("On lunacy and tides")
    assert "/blog/on-lunacy-and-tides/" not in addresses("moon sickness")
    SameMeaning.objects.create(words="moon sickness, lunacy")
    assert set(addresses("moon sickness")) == set(addresses("lunacy"))
    assert len(addresses("lunacy")) == 2


def test_words_that_lead_somewhere_lead_there_and_not_back():
    make_specialty("Moon sickness")
    published("On lunacy and tides")
    SameMeaning.objects.create(words="lunacy, up all full moon", leads_to="moon sickness")
    assert "/specialties/moon-sickness/" in addresses("up all full moon")
    assert "/specialties/moon-sickness/" in addresses("lunacy")
    assert "/blog/on-lunacy-and-tides/" not in addresses("moon sickness")
    assert "/blog/on-lunacy-and-tides/" not in addresses("up all full moon")


def test_a_slip_in_a_word_that_only_staff_tell_is_understood():
    make_specialty("Moon sickness")
    SameMeaning.objects.create(words="lunacy", leads_to="moon sickness")
    assert first("lunacee") == "/specialties/moon-sickness/"


@pytest.mark.parametrize("typed", ["hedgehg", "hegdehog", "hedgehogg", "hedgehogs", "hedge hog"])
def test_slips_are_understood(typed):
    published("The hedgehog in winter")
    assert first(typed) == "/blog/the-hedgehog-in-winter/"


def test_the_last_word_may_be_begun():
    published("The hedgehog in winter")
    assert first("winter hedg") == "/blog/the-hedgehog-in-winter/"
    assert first("hedg ") != "/blog/the-hedgehog-in-winter/"


def test_a_title_comes_before_a_text_and_the_words_as_typed_before_others():
    published("On lamps", body="<p>Of the quiet and of a garden.</p>")
    published("Of the quiet garden")
    published("Gardens, and how quiet they are")
    assert first("the quiet garden") == "/blog/of-the-quiet-garden/"
    assert addresses("quiet garden")[-1] == "/blog/on-lamps/"


def test_what_was_found_is_marked_and_nothing_else_is_markup():
    published("<b>Lamps</b> & co", body="<p>A lamp &lt;i&gt; and lámparas.</p>")
    (result,) = find("lamp").results
    assert result.title == "&lt;b&gt;<mark>Lamps</mark>&lt;/b&gt; &amp; co"
    assert "A <mark>lamp</mark> &lt;i&gt; and" in result.passage


def test_a_search_asks_as_much_however_much_there_is():
    def cost():
        find("heron")
        with CaptureQueriesContext(connection) as captured:
            find("heron")
        return len(captured)

    published("A heron")
    indexing.catch_up_for_good()
    few = cost()
    for number in range(2 * ON_A_PAGE):
        published(f"Heron {number}", body="<p>A heron stands.</p>")
    indexing.catch_up_for_good()
    assert cost() == few
    assert len(find("heron").results) == ON_A_PAGE
    everything = [r.shown.url for page in (1, 2, 3) for r in find("heron", page).results]
    assert len(set(everything)) == 2 * ON_A_PAGE + 1


def test_making_it_anew_goes_on_where_it_broke_off():
    for number in range(5):
        published(f"Heron {number}")
    indexing.catch_up_for_good()
    Document.objects.all().delete()
    Word.objects.all().delete()
    indexing.note_all()
    while Document.objects.filter(kind="article").count() < 3:
        indexing.catch_up(most=2)
    assert Change.objects.exists()
    indexing.catch_up_for_good()
    assert len(addresses("heron")) == 5
    assert not Change.objects.exists()


def test_a_document_of_nothing_goes():
    Document.objects.create(kind="article", object_id=987654321, title="Ghost", text="",
                            title_terms="ghost", names_terms=".", text_terms="")  # fmt: skip
    assert addresses("ghost") == []
    indexing.note_all()
    indexing.catch_up_for_good()
    assert not Document.objects.filter(title="Ghost").exists()


def test_triggers_are_where_they_are_written():
    assert triggers.are_installed()
    triggers.remove()
    assert not triggers.are_installed()
    triggers.install()
    assert triggers.are_installed()


def test_whoever_answers_at_the_office_is_found_while_they_are_shown():
    dana = OfficePerson.objects.create(first_name="Dana", role="Coordinator", about="Reads first.")
    assert first("dana") == first("coordinator") == "/team/#office"
    OfficePerson.objects.filter(pk=dana.pk).update(is_listed=False)
    assert first("dana") is None


@pytest.mark.parametrize("typed", ["winterhedgehog", "thewinterhedgehog", "hedgehoginwinter"])
def test_words_typed_as_one_are_understood(typed):
    published("The hedgehog in winter")
    assert first(typed) == "/blog/the-hedgehog-in-winter/"


def test_of_a_sentence_the_rare_word_counts():
    for number in range(20):
        published(f"Only fine evenings {number}", body="<p>What everybody says is fine only.</p>")
    published("Of herons", body="<p>A heron stands in the reeds.</p>")
    assert first("heron only fine") == "/blog/of-herons/"


def test_a_rare_word_in_a_text_is_worth_more_than_words_that_all_have_in_their_names():
    for number in range(20):
        published(f"Quiet rooms {number}", body="<p>Some text.</p>")
    published("Getting in", body="<p>Nobody here wears perfume in quiet rooms.</p>")
    assert first("perfume in rooms") == "/blog/getting-in/"


def test_what_stands_below_a_heading_is_found_at_its_own_address():
    body = "<h2>Dogs</h2><p>They wait outside.</p><h2>Are herons welcome?</h2><p>By the pond.</p>"
    make_page(title="The house", slug="house", body=body)
    assert first("where do dogs wait") == "/house/#part-dogs"
    assert first("herons welcome") == "/house/#part-are-herons-welcome"
    titles = [result.shown.title for result in find("dogs wait outside").results]
    assert titles[0] == "The house: Dogs"


def test_of_a_phrase_with_a_meaning_the_little_words_count():
    published("A first hour")
    published("On lamps")
    assert first("no idea what to say to him") != "/blog/a-first-hour/"
    SameMeaning.objects.create(words="what to say, first hour")
    assert first("no idea what to say to him") == "/blog/a-first-hour/"


@pytest.mark.usefixtures("either_engine")
@pytest.mark.parametrize(
    "typed",
    [
        "therapist " * 14 + "herons",
        "first session next session last session every week three times two hours herons",
        "therapy sessions days weeks times hours people place start stop work talk call see",
    ],
)
def test_however_many_little_words_there_are_the_others_count(typed):
    published("Of herons", body="<p>A heron stands in the reeds.</p>")
    found = addresses(typed)
    assert ("/blog/of-herons/" in found) == ("herons" in typed)


def test_forms_of_a_little_word_count_as_little():
    make_specialty("Heron grief")
    published("Getting up early")
    assert first("getting heron grief") == "/specialties/heron-grief/"


@pytest.mark.parametrize(
    "typed",
    ["leave your boat", "leave a boat", "leaving her boats", "leave the boat"],
)
def test_a_phrase_means_the_same_whosever_it_is(typed):
    SameMeaning.objects.all().delete()
    SameMeaning.objects.create(words="leave my boat", leads_to="goodbyes")
    article = published("Goodbyes")
    assert first(typed) == article.get_absolute_url()
    assert article.get_absolute_url() not in addresses("leave harbor")


def test_of_a_phrase_the_first_and_the_last_word_are_its_own():
    SameMeaning.objects.all().delete()
    SameMeaning.objects.create(words="miss her", leads_to="grief")
    article = published("Grief")
    assert first("miss her") == article.get_absolute_url()
    assert article.get_absolute_url() not in addresses("miss his")
