"""No page that somebody meets in Spanish is half in English: what is not in Spanish is marked as English."""

import re
from pathlib import Path

import pytest
from django.test.signals import template_rendered

from intake import tokens
from intake.models import Inquiry, PracticeKey
from tests.intake.persons import answers, put_on_list
from tests.intake.spanish.catalog import (
    ROOT,
    OutsideOfEnglish,
    catalog,
    in_english,
    is_known,
    of_module,
    of_template,
)

pytestmark = pytest.mark.django_db
TEMPLATES = ROOT / "templates"
FORM, YOUNG = "/es/get-started/", "/es/get-started/young/"
# Templates of what stands inside of what is marked as English.
OF_STAFF = {
    "team/_role.html", "team/_availability.html", "team/_portrait.html",
}  # fmt: skip
# Of letters to the person, most of which the worker or somebody at the desk begins.
LETTERS = {
    f"intake/{name}.txt"
    for name in ("still_looking", "on_the_list", "no_word", "kind_no", "kind_no_note")
}
MODULES = [
    "intake/views.py", "intake/forms.py", "intake/form_choices.py", "intake/referring.py",
    "intake/if_you_like.py", "intake/how_to_answer.py", "intake/asked_once.py", "intake/wishes.py", "intake/cannot.py",
    "intake/further_ways.py", "intake/documents/new_way_entries.py", "intake/heads.py", "intake/documents/choices.py",
    "intake/person/views.py", "intake/person/forms.py", "intake/person/status_messages.py", "intake/mails.py",
    "pages/crisis_lines.py", "pages/letterhead.py", "pages/states.py", "pages/templatetags/opening_hours.py",
    "search/danger_kinds.py", "practice_site/errors.py",
]  # fmt: skip
# Read by staff alone, though they stand in one of these.
FOR_STAFF = {
    "Voicemail", "Walk-in", "Letter or email", "Somebody else who may be called", "Who that is to them",
    "That person’s number", "OK to tell this person who contacted us", "Please look at a message as soon as you can",
    "A question for you",
    # The practice's own menu says these.
    "Team", "Articles", "Contact",
}  # fmt: skip


def states_of(inquiry):
    """What its page may say, one state after the other."""
    for state, steps in {
        "talking": ["answer", "find", "try-again"],
        "offered": ["answer", "find", "hear-back", "agree"],
    }.items():
        for step in steps:
            inquiry.move(state, next_action=step, next_on=inquiry.due_on)
            inquiry.save()
            yield state, step
    put_on_list(inquiry)
    yield "waiting", ""
    for outcome in Inquiry.Outcome:
        inquiry.close(outcome)
        inquiry.save()
        yield "closed", outcome


def walk(client, told):
    """Every page of the surface, as somebody meets it: (what it is, answer)."""
    asked = {
        "specialty": told["topic"],
        "therapist": "ines-calder",
        "modality": "hands",
        "state": "NY",
    }
    yield "form", client.get(FORM)
    yield "with choices", client.get(FORM, asked)
    yield "of a group", client.get(FORM, {"group": "living-with-the-loss"})
    yield "for a patient", client.get(FORM, {"for": "patient"})
    yield "nothing given", client.post(FORM, {"token": tokens.issue()})
    wrong = {"email": "x", "phone": "1", "number1_who": "W", "person1_phone": "5550100199"}
    yield "all wrong", client.post(FORM, answers(**wrong))
    yield "a slip", client.post(FORM, answers(email="a@gmial.com"))
    yield "odd", client.post(FORM, answers(age="under-13", for_whom="couple"))
    yield "stale", client.post(FORM, answers(token="x"))
    yield "too long", client.post(FORM, {"message": "x" * 300_000})
    yield "method", client.put(FORM)
    yield "young", client.get(YOUNG)
    yield "a child wrote", client.post(FORM, answers(age="under-13"))
    yield "find", client.get("/es/r/")
    yield "not found", client.post("/es/r/", {"code": "nothing"})
    for patient in ("", "patient"):
        sent = client.post(
            FORM, answers(state="elsewhere", age="13-17", for_whom=patient), follow=True
        )
        yield "sent", sent
    yield from of_a_page(client, sent.redirect_chain[-1][0].split("?")[0])
    PracticeKey.objects.update(takes_inquiries=False)
    yield "shut", client.get(FORM)
    yield "shut meanwhile", client.post(FORM, answers())


def of_a_page(client, address):
    token = {"token": tokens.issue()}
    yield "no words", client.post(address, token)
    yield "wrong way", client.post(address, token | {"way": "1"})
    yield "added", client.post(address, token | {"words": "Gracias."}, follow=True)
    way = {"route": "text", "phone": "(555) 010-0123", "token": tokens.issue(), "way": "1"}
    yield "changed", client.post(address, way, follow=True)
    yield "asks", client.get(f"{address}?erase")
    for state, step in states_of(Inquiry.objects.latest("received_at")):
        yield f"{state} {step}", client.get(address)
    yield "erased", client.post(address, {"token": tokens.issue(), "erase": "1"}, follow=True)


@pytest.fixture
def drawn(client, english):
    """(what it is, page), and the names of all templates that they are made of."""
    names = set()

    def note(template, **kwargs):
        if TEMPLATES in Path(template.origin.name).parents:
            names.add(Path(template.origin.name).relative_to(TEMPLATES).as_posix())

    template_rendered.connect(note)
    pages = [(what, answer.text) for what, answer in walk(client, english)]
    template_rendered.disconnect(note)
    return pages, names


def test_what_is_not_in_spanish_is_marked_as_english(drawn):
    pages, _names = drawn
    assert len(pages) >= 40
    found = {(what, text) for what, page in pages for text in in_english(page)}
    assert found == set()
    assert all('<html lang="es">' in page for _what, page in pages)


def test_all_that_these_templates_may_say_is_in_the_catalog(drawn):
    _pages, names = drawn
    assert {"base.html", "_door.html", "intake/person.html", "intake/not_taken.html"} <= names
    missing = {
        said for name in (names | LETTERS) - OF_STAFF for said in of_template(TEMPLATES / name)
    }
    assert {said for said in missing if not is_known(said)} == set()


@pytest.mark.parametrize("module", MODULES)
def test_all_that_these_modules_may_say_is_in_the_catalog(module):
    said = of_module(module)
    assert said
    assert {one for one in said if not is_known(one)} - FOR_STAFF == set()


def test_nothing_is_left_over_in_the_catalog():
    sources = [*ROOT.glob("[a-z]*/**/*.py")]
    said = set().union(
        *map(of_module, [path.relative_to(ROOT) for path in sources if ".venv" not in path.parts])
    )
    for path in [*ROOT.glob("templates/**/*.html"), *ROOT.glob("templates/**/*.txt")]:
        said |= of_template(path)
    text = (ROOT / "locale/es/LC_MESSAGES/django.po").read_text()
    names = re.findall(r'^msgid "(.+)"$', text[text.index("# From here on") :], re.M)
    left = {one for one in catalog() if one not in said} - {*names}
    assert left == set()


def test_blanks_of_a_sentence_are_the_same_in_both_languages():
    blanks = re.compile(r"%\(\w+\)s|\{\w+\}|</?strong>")
    for said, in_spanish in catalog().items():
        assert in_spanish, said
        assert sorted(blanks.findall(said)) == sorted(blanks.findall(in_spanish)), said


@pytest.mark.parametrize(
    "mistake",
    [
        # What is not so, or not yet, has another form behind “si”.
        r"\b[Ss]i (?:(?!que\b)\w+ ){0,3}\w+rían?\b",
        # Nobody is taken for a man.
        r"\b(?:[Ee]l|[Aa]l|[Dd]el|[Uu]n|[Ll]os) pacientes?\b|\badecuado|\bquítenlo\b|\b[Uu]n médico\b",
        r"lo más probable con",
        # A name has a capital: it stands for itself.
        r"[^.:?] (?:%\(topics\)s|\{topics\})",
    ],
)
def test_no_sentence_has_this_mistake(mistake):
    found = [said for said in catalog().values() if re.search(mistake, said)]
    assert found == []


def test_what_is_somebody_elses_is_not_called_yours():
    for said, in_spanish in catalog().items():
        if re.search(r"\b[Tt]heir (?:name|number)\b", said):
            assert not re.search(r"\b[Ss]u (?:nombre|número)\b|\bLe llamamos\b", in_spanish), said


def test_a_sentence_ends_as_it_does_in_english():
    for said, in_spanish in catalog().items():
        assert in_spanish.endswith(".") == said.endswith("."), said
        assert not in_spanish.endswith("%(time)s."), said  # “7 p.m.” has a stop of its own


def test_a_child_is_spoken_to_as_a_child(client, english):
    """The foot and the line at the top as well; the rest is for the grown-up."""
    page = client.get(YOUNG).text
    for_the_grown_up = page[page.index("Para la persona adulta") : page.index("</main>")]
    said = " ".join(OutsideOfEnglish(page.replace(for_the_grown_up, "")).found)
    assert "Qué bueno que viniste" in said
    assert not re.findall(r"\b(?:usted|sus?|puede|llame|envíe|oprima|bórrelo)\b", said, re.I)


def test_no_line_breaks_within_a_day(drawn):
    pages, _names = drawn
    broken = re.compile(r"\b\d{1,2} de (?:[a-z]+)\b|\bde \d{4}\b")
    assert {what for what, page in pages if broken.search(page)} == set()
