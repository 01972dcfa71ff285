"""A trainee is named with title and supervisor as one unit, in the words of the state, wherever they are named."""

import html
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils.html import strip_tags

from intake.admin.saved_answers import public_name
from team.models import Credential, PracticeAuthority, Supervision
from tests.factories import (
    make_group,
    make_modality,
    make_page,
    make_published_article,
    make_specialty,
    make_therapist,
    make_wording,
    open_intake,
)
from tests.team.outlets import OUTLETS
from tests.team.rights import nobody, right

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[2]
TITLE = "Doctoral Intern"
# By wording: [(state, words, whether the license follows)], and what is said everywhere.
WORDINGS = {
    "the title line": ([("NY", None, False)], "Doctoral Intern, supervised by Marisol Tennant, PhD"),
    "words": ([("TX", "LPC Associate", False)], "LPC Associate, supervised by Marisol Tennant, PhD"),
    "words and license": (
        [("CA", "Associate Counselor", True)],
        "Associate Counselor, supervised by Marisol Tennant, PhD, California license C-7",
    ),
    "two states": (
        [("TX", "LPC Associate", False), ("CA", "Associate Counselor", True)],
        "Associate Counselor (California); LPC Associate (Texas), supervised by Marisol Tennant, PhD, California license C-7",
    ),
}  # fmt: skip
# What names people, and is not shown to visitors or names nobody as somebody with a title or to ask for.
NAMES_OTHERWISE = {
    "admin/intake/inquiry/_fit_ask.html", "admin/intake/inquiry/_fit_who.html",
    "admin/intake/inquiry/_line_person.html", "admin/team/therapist/_card.html",
    "admin/team/therapist/_states.html",
    "team/_profile_portrait.html",  # the letter in place of a face
    "team/therapist_left.html",  # that somebody has left
    "team/license_ends.txt",  # to colleagues
}  # fmt: skip
NAMES_IN_THE_LINE = {
    "blog/_about_author.html", "blog/_byline.html", "blog/_call_to_action.html", "blog/_found_article.html", "blog/_signature.html",
    "groups/_card.html", "groups/_facts.html",
    "intake/_asked.html",
    "team/_ask.html", "team/_ask_again.html", "team/_found_person.html", "team/_meet.html", "team/_others.html", "team/_profile_head.html",
    "team/_role.html", "team/_therapist_card.html",
    "team/_whose.html", "team/therapist_compare.html", "team/therapist_detail.html",
}  # fmt: skip


@pytest.fixture(params=WORDINGS)
def line(request, practice):
    """One trainee with a wording, and everything by which somebody comes to stand somewhere."""
    rows, said = WORDINGS[request.param]
    open_intake()
    boss = nobody("Marisol Tennant", slug="marisol-tennant", order=9)
    Credential.objects.create(therapist=boss, abbreviation="PhD", name="Doctorate", kind="degree")
    june = nobody("June Aldecott", slug="june-aldecott", title=TITLE)
    for state, words, shows_license in rows:
        right(boss, state, number=f"{state[0]}-7")
        wording = words and make_wording(words, state, shows_license=shows_license)
        right(june, state, kind="supervised", wording=wording)
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day=date(2020, 1, 1))
    sleep, emdr = make_specialty("Sleep"), make_modality("EMDR")
    gone = make_therapist("Ada Gone", slug="ada-gone", left_on=date(2021, 1, 1))
    for person in (june, gone):
        person.therapistspecialty_set.create(specialty=sleep, order=0)
    june.modalities.add(emdr)
    article = make_published_article("On sleep", [june], [sleep], slug="on-sleep")
    make_group("Sleepers", [june], slug="sleepers")
    make_page("Training", slug="training", lists_trainees=True)
    article.modalities.add(emdr)
    return said


def text_of(response):
    """What is read, with what stands in descriptions and titles, in one line."""
    page = response.content.decode()
    described = re.findall(r'<meta name="description" content="([^"]*)"', page)
    page = re.sub(r"</(?:h\d|span|p|option|dt|dd|a)>", "\n", page)
    return re.sub(
        r"\s+", " ", html.unescape(" ".join([*described, strip_tags(html.unescape(page))]))
    )


def test_every_outlet_names_a_trainee_with_the_whole_line(client, line):
    title = line.split(", supervised by")[0]
    for outlet, address in OUTLETS.items():
        text = text_of(client.get(address))
        assert "June Aldecott" in text, outlet
        assert line in text, outlet
        assert text.count(title) == text.count(line), outlet


def test_title_and_description_carry_the_line_for_search_engines(client, line):
    page = html.unescape(client.get("/team/june-aldecott/").text)
    assert f"<title>June Aldecott, {line} · " in page
    assert f'<meta name="description" content="June Aldecott, {line}.' in page


def test_a_letter_names_a_trainee_as_everywhere(line):
    assert public_name("June Aldecott") == f"June Aldecott, {line}"
    assert public_name("Marisol Tennant, PhD") == "Marisol Tennant, PhD"
    assert public_name("Somebody Else") == "Somebody Else"


def test_every_template_that_names_people_is_known_to_this_test():
    names = re.compile(
        r"name_with_credentials|therapist\.(shown_)?name|display_name|byline_text|public_name|public_line"
        r"|title_with_supervision|therapist\.title|byline\.shown_name|room\.(button|heading)"
    )
    found = {
        str(path.relative_to(ROOT / "templates"))
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and names.search(path.read_text())
    }
    assert found == NAMES_OTHERWISE | NAMES_IN_THE_LINE


def test_a_trainee_whom_nobody_supervises_has_no_title_and_is_not_to_be_asked_for(client, line):
    Supervision.objects.update(to_day=date(2021, 1, 1))
    page = client.get("/team/june-aldecott/").text
    assert 'content="June Aldecott."' in page
    assert line.split(", supervised by")[0] not in client.get("/team/").text
    assert "Ask to meet" not in page
    assert "June Aldecott" not in client.get("/get-started/").text
    assert "Ask to meet" in client.get("/team/marisol-tennant/").text


def test_a_byline_reads_as_it_did_when_it_was_published(client, line):
    make_wording("Counselor in Training", "NY")
    PracticeAuthority.objects.filter(kind="supervised").delete()
    Supervision.objects.all().delete()
    assert line in text_of(client.get("/blog/on-sleep/"))


def test_words_of_one_state_are_for_a_trainee_there():
    texas = make_wording("LPC Associate", "TX")
    june = nobody()
    for fields in ({"kind": "license", "state": "TX"}, {"kind": "supervised", "state": "NY"}):
        row = PracticeAuthority(therapist=june, wording=texas, **fields)
        with pytest.raises(ValidationError, match="in Texas"):
            row.full_clean()
    PracticeAuthority(therapist=june, wording=texas, kind="supervised", state="TX").full_clean()


def test_the_license_is_that_of_the_day():
    boss, june = nobody("Marisol Tennant"), nobody("June Aldecott", title=TITLE)
    right(boss, "CA", number="C-7", to_day=date(2026, 3, 4))
    right(
        june, "CA", kind="supervised", wording=make_wording("Associate", "CA", shows_license=True)
    )
    Supervision.objects.create(supervisee=june, supervisor=boss, from_day=date(2020, 1, 1))
    said = [june.supervised_by_on(date(2026, 3, day)) for day in (4, 5)]
    assert said == ["Marisol Tennant, California license C-7", "Marisol Tennant"]
