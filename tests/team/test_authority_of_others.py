"""What rests on somebody else's license, or on an agreement between states."""

import pytest
from django.core.exceptions import ValidationError

from team.models import Supervision
from tests.factories import make_compact, make_therapist
from tests.team.rights import ANY, DAY, REMOTE, nobody, on, read, right

pytestmark = pytest.mark.django_db


class TestUnderASupervisor:
    @pytest.fixture
    def supervisor(self):
        return nobody("Marisol Tennant")

    @pytest.fixture
    def trainee(self):
        person = nobody("June Aldecott")
        right(person, kind="supervised")
        return person

    def supervise(self, trainee, supervisor, **fields):
        given = {"state": "NY", "from_day": on(DAY, -100), **fields}
        return Supervision.objects.create(supervisee=trainee, supervisor=supervisor, **given)

    @pytest.mark.parametrize(
        ("own", "supervision", "is_good"),
        [
            ({}, {}, True),
            ({}, {"state": ""}, True),
            ({}, {"state": "NJ"}, False),
            ({"state": "NJ"}, {}, False),
            ({"kind": "registration"}, {}, True),
            ({"kind": "telehealth"}, {}, False),
            ({"kind": "supervised"}, {}, False),
            ({"to_day": DAY}, {}, True),
            ({"to_day": on(DAY, -1)}, {}, False),
            ({"from_day": on(DAY, 1)}, {}, False),
            ({}, {"to_day": DAY}, True),
            ({}, {"to_day": on(DAY, -1)}, False),
            ({}, {"from_day": on(DAY, 1)}, False),
        ],
    )
    def test_rests_on_the_supervisors_own_license_there_on_that_day(
        self, trainee, supervisor, own, supervision, is_good
    ):
        right(supervisor, **{"state": "NY", **own})
        self.supervise(trainee, supervisor, **supervision)
        assert read(trainee) == ({"NY": ANY} if is_good else {})

    def test_nobody_supervises_nothing_holds(self, trainee):
        assert read(trainee) == {}

    def test_ends_in_the_middle_of_a_supervision_with_the_supervisors_license(
        self, trainee, supervisor
    ):
        right(supervisor, to_day=on(DAY, 10))
        self.supervise(trainee, supervisor)
        assert [bool(read(trainee, on(DAY, n))) for n in (9, 10, 11)] == [True, True, False]

    def test_is_no_wider_than_the_supervisors(self, trainee, supervisor):
        right(supervisor, way="video")
        self.supervise(trainee, supervisor)
        assert read(trainee) == {"NY": REMOTE}

    def test_is_not_had_from_a_compact(self, trainee, supervisor):
        compact = make_compact(states=["WA", "NY"])
        right(supervisor, "WA", profession="psychology")
        right(supervisor, "WA", kind="compact", compact=compact, profession="psychology")
        self.supervise(trainee, supervisor, state="")
        assert "NY" in read(supervisor)
        assert read(trainee) == {}

    def test_of_the_own_row_no_other_state_follows(self, trainee, supervisor):
        for state in ("NY", "NJ"):
            right(supervisor, state)
        self.supervise(trainee, supervisor, state="")
        assert list(read(trainee)) == ["NY"]

    def test_whoever_covers_counts_during_the_absence(self, trainee, supervisor):
        right(supervisor, to_day=on(DAY, -1))
        deputy = make_therapist("Amos Reed")
        self.supervise(
            trainee, supervisor, deputy=deputy, absent_from=DAY, absent_to=on(DAY, 2)
        )  # fmt: skip
        found = [n for n in range(-3, 6) if read(trainee, on(DAY, n))]
        assert found == [-3, -2, -1, 0, 1, 2]

    def test_is_that_of_the_first_profile_in_every_language(self, trainee, supervisor):
        right(supervisor)
        self.supervise(trainee, supervisor)
        spanish = make_therapist("June en español", language="es", translation_of=trainee)
        assert read(spanish) == {"NY": ANY}


class TestACompact:
    @pytest.fixture
    def compact(self):
        return make_compact(states=["AZ", "NY", "WA"])

    @pytest.fixture
    def person(self, compact):
        person = nobody()
        right(person, "WA", profession="psychology")
        given = {"compact": compact, "profession": "psychology", "way": "video"}
        right(person, "WA", kind="compact", **given)
        return person

    def test_is_good_in_its_other_states_only(self, person):
        assert read(person) == {"AZ": REMOTE, "NY": REMOTE, "WA": ANY}

    @pytest.mark.parametrize(
        ("state", "left"), [("NY", ["AZ", "WA"]), ("AZ", ["NY", "WA"]), ("WA", ["WA"])]
    )
    def test_ends_where_a_state_leaves_and_everywhere_when_the_home_state_does(
        self, person, compact, state, left
    ):
        compact.members.filter(state=state).update(to_day=DAY)
        assert list(read(person)) == ["AZ", "NY", "WA"]
        assert list(read(person, on(DAY, 1))) == left

    def test_a_state_that_joins_counts_from_its_day(self, person, compact):
        compact.members.create(state="OR", from_day=on(DAY, 1))
        assert "OR" not in read(person)
        assert read(person, on(DAY, 1))["OR"] == REMOTE

    def test_a_state_that_left_and_came_back_counts_again(self, person, compact):
        compact.members.filter(state="NY").update(to_day=on(DAY, -10))
        compact.members.create(state="NY", from_day=DAY)
        assert ["NY" in read(person, on(DAY, n)) for n in (-10, -9, -1, 0)] == [
            True, False, False, True,
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "license_is",
        [{"to_day": on(DAY, -1)}, {"kind": "registration"}, {"profession": "counseling"}],
    )
    def test_rests_on_the_license_of_the_home_state(self, person, license_is):
        person.authorities.filter(kind="license").update(**license_is)
        assert "AZ" not in read(person)

    def test_is_for_its_profession_alone(self, person, compact):
        type(compact).objects.update(profession="counseling")
        assert list(read(person)) == ["WA"]
        row = person.authorities.get(kind="compact")
        with pytest.raises(ValidationError, match="for counseling only"):
            row.full_clean()
