from datetime import date, timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from team.models import Credential, OfficePerson, Specialty, Supervision, Therapist
from team.models.vocabulary import in_a_sentence
from tests.factories import make_published_article, make_specialty, make_therapist

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 4)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
DAYS = [None, YESTERDAY, TODAY, TOMORROW]


def test_row_and_queryset_agree_on_who_is_on_the_site():
    today = timezone.localdate()
    days = [None, today - timedelta(days=1), today, today + timedelta(days=1)]
    public = {}
    for is_listed, left_on in product([True, False], days):
        person = make_therapist(is_listed=is_listed, left_on=left_on)
        public[person.pk] = person.is_public
    assert list(public.values()).count(True) == 2
    found = set(Therapist.objects.listed().values_list("pk", flat=True))
    assert found == {pk for pk, is_public in public.items() if is_public}


def test_a_topic_counts_the_same_people_as_its_page_shows():
    topic = make_specialty()
    today = timezone.localdate()
    for is_listed, left_on in product([True, False], [None, today, today + timedelta(days=1)]):
        person = make_therapist(is_listed=is_listed, left_on=left_on)
        person.therapistspecialty_set.create(specialty=topic)
    counted = Specialty.objects.with_people_count().get().people_count
    assert counted == topic.therapists.listed().count() == 2


def test_row_and_queryset_agree_on_which_supervision_is_current():
    intern, supervisor = make_therapist(), make_therapist()
    current = {}
    for first, last in product(DAYS[1:], DAYS):
        try:
            with transaction.atomic():
                row = Supervision.objects.create(
                    supervisee=intern, supervisor=supervisor, from_day=first, to_day=last
                )
        except IntegrityError:
            assert last < first
            continue
        current[row.pk] = row.is_current(TODAY)
    assert True in current.values()
    assert False in current.values()
    found = set(Supervision.objects.current(TODAY).values_list("pk", flat=True))
    assert found == {pk for pk, is_current in current.items() if is_current}


def test_row_and_queryset_agree_on_office_people():
    shown = OfficePerson.objects.create(first_name="Dana", role="Coordinator")
    OfficePerson.objects.create(first_name="Walt", role="Billing", is_listed=False)
    assert [*OfficePerson.objects.listed()] == [shown]


def supervision(**changes):
    facts = {"state": "NY", "from_day": TODAY, "to_day": None}
    return Supervision(**{**facts, **changes})


def test_a_supervised_person_is_never_named_without_the_supervisor():
    intern = make_therapist("Calla Whitcombe", title="Practicum Student")
    supervisor = make_therapist("Marisol Tennant")
    Credential.objects.create(therapist=supervisor, name="Doctor", abbreviation="PhD")
    assert intern.title_with_supervision == "Practicum Student"
    supervision(supervisee=intern, supervisor=supervisor, from_day=date(2020, 1, 1)).save()
    assert intern.title_with_supervision == "Practicum Student, supervised by Marisol Tennant, PhD"


@pytest.mark.parametrize(
    ("state", "first", "last", "is_refused"),
    [
        ("NY", TODAY, None, True),
        ("", TODAY, None, True),
        ("OR", TODAY, None, False),
        ("NY", date(2026, 2, 1), TODAY, True),
        ("NY", date(2026, 2, 1), YESTERDAY, False),
        ("NY", date(2026, 5, 1), None, True),
    ],
)
def test_one_person_has_one_supervisor_in_a_state_at_a_time(state, first, last, is_refused):
    intern, one, other = make_therapist(), make_therapist(), make_therapist()
    supervision(supervisee=intern, supervisor=one).save()
    row = supervision(supervisee=intern, supervisor=other, state=state, from_day=first, to_day=last)
    if is_refused:
        with pytest.raises(ValidationError, match="already supervises"):
            row.clean()
    else:
        row.clean()


def test_changing_a_supervision_does_not_overlap_with_itself():
    row = supervision(supervisee=make_therapist(), supervisor=make_therapist())
    row.save()
    row.clean()


def test_a_supervisor_is_not_supervised_there_too():
    intern, supervisor, above = make_therapist(), make_therapist(), make_therapist()
    supervision(supervisee=supervisor, supervisor=above, state="").save()
    with pytest.raises(ValidationError, match="cannot supervise"):
        supervision(supervisee=intern, supervisor=supervisor).clean()


def test_a_supervisor_can_be_looked_up_unless_it_is_over():
    intern, hidden = make_therapist(), make_therapist(is_listed=False)
    with pytest.raises(ValidationError, match="look this person up"):
        supervision(supervisee=intern, supervisor=hidden, from_day=date(2020, 1, 1)).clean()
    supervision(
        supervisee=intern, supervisor=hidden, from_day=date(2020, 1, 1), to_day=date(2020, 2, 1)
    ).clean()


def test_nobody_supervises_themselves():
    person = make_therapist()
    with pytest.raises(ValidationError, match="Nobody supervises themselves"):
        supervision(supervisee=person, supervisor=person).full_clean()


def test_an_author_is_not_deleted_with_the_articles():
    author = make_therapist()
    make_published_article(authors=[author])
    with pytest.raises(ProtectedError):
        author.delete()


@pytest.mark.parametrize(
    ("plain", "clinical", "title", "others"),
    [
        ("Trauma", "Post-traumatic stress", "Trauma: after it", ["After it", "Post-traumatic stress"]),
        ("", "Post-traumatic stress", "Post-traumatic stress: after it", ["After it"]),
        ("Trauma", "", "Trauma: after it", ["After it"]),
        ("Trauma", "Trauma", "Trauma: after it", ["After it"]),
        ("After it", "Trauma", "After it", ["Trauma"]),
        ("", "After it", "After it", []),
        ("", "", "After it", []),
    ],
)  # fmt: skip
def test_the_plain_word_stands_first_and_nothing_is_said_twice(plain, clinical, title, others):
    topic = make_specialty("After it", plain_word=plain, clinical_name=clinical)
    assert topic.plain_title == title
    assert topic.other_names == others
    assert {topic.plain_name, *others} == set(topic.words_for_it)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Trauma", "trauma"), ("Internal Family Systems (IFS)", "Internal Family Systems (IFS)"),
        ("EMDR therapy", "EMDR therapy"), ("Sunday evenings", "Sunday evenings"), ("A quiet hour", "a quiet hour"),
        ("Pregnancy and new parents", "pregnancy and new parents"), ("LGBTQ+ and identity", "LGBTQ+ and identity"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_name_keeps_its_capitals_within_a_sentence(words, said):
    assert in_a_sentence(words) == said
