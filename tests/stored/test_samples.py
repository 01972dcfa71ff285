"""What earlier versions stored opens with today's code, on the database that the tests run on."""

import tarfile

import pytest

from practice_site.backup.keys import Keys
from practice_site.backup.stream import Damaged
from tests.stored.samples import VERSIONS, Sample, read_backup
from tests.stored.wholeness import (
    assert_everything_points_to_something,
    assert_nothing_is_signed,
    assert_pages_are_whole,
)

# In a process of its own, which the marker does not see by itself.
pytestmark = pytest.mark.database

ANOTHER_SECRET = "another-site-altogether-" + "y" * 40


@pytest.fixture(scope="module", params=VERSIONS)
def sample(request):
    return Sample(request.param)


@pytest.fixture(scope="module")
def known(sample):
    return sample.known


@pytest.fixture(scope="module")
def expected(sample):
    return sample.expected


@pytest.fixture(scope="module")
def here(sample, tmp_path_factory):
    """Opened where it was written."""
    return sample.opened(tmp_path_factory.mktemp("here"), sample.known["secret_key"])


@pytest.fixture(scope="module")
def elsewhere(sample, tmp_path_factory):
    """The same database under the ``SECRET_KEY`` of another site."""
    return sample.opened(tmp_path_factory.mktemp("elsewhere"), ANOTHER_SECRET)


def test_every_key_is_signed(here):
    proofs = here["proofs"]
    assert {"intake.PracticeKey", "intake.KeyHolder", "outbox.MailKey"} <= set(proofs["kinds"])
    assert proofs["signed"] >= 7
    assert proofs["unsigned"] == []
    assert proofs["unsigned keys"] == 0
    assert proofs["is open"], "the form was open and still is"
    assert not any(room["foreign"] for room in here["rooms"].values())


def test_the_log_of_the_room_is_as_it_was_written(here, known):
    assert here["proofs"]["first broken"] is None
    assert here["log"][: known["events"]["number"]][-1] == known["events"]["last"]


def test_everybody_inside_opens_every_practice_key_there_is(here, expected):
    assert sorted(here["rooms"]) == expected["inside"]
    for room in here["rooms"].values():
        assert set(room["keys"]) == set(expected["opens"])


def test_the_code_of_a_sheet_that_was_replaced_is_known_as_that(here, known):
    assert here["former codes"] == dict.fromkeys(known.get("former_sheets", {}), True)


def test_everybody_inside_reads_every_inquiry(here, known):
    for name, room in here["rooms"].items():
        read = room["inquiries"]
        assert read.keys() == known["inquiries"].keys()
        for pk, told in known["inquiries"].items():
            assert read[pk] == told, name


def test_everybody_inside_reads_every_note_and_letter(here, known):
    for room in here["rooms"].values():
        assert room["entries"] == known["entries"]


def test_people_read_their_letters_by_the_code_in_their_link(here, known, expected):
    theirs = {pk: row["words"] for pk, row in known["entries"].items() if row["is_for_person"]}
    assert len(theirs) == expected["notes"]
    assert here["letters"] == theirs


def test_clinicians_read_what_they_were_asked_by_the_code_in_their_link(here, known):
    asked = {pk: [row["therapist"], row["summary"]] for pk, row in known["offers"].items()}
    assert here["offers"] == asked


def test_mail_that_waits_opens_with_the_workers_file(here, known):
    assert here["mail"] == known["mail"]


def test_second_factors_open_with_the_sites_secret(here, known):
    expected = known["second_factor"]
    assert here["second factor"]["secret"] == expected["secret"]
    assert here["second factor"]["recovery_codes"] == expected["recovery_codes"]


def test_private_links_and_passwords_still_work(here, known):
    assert here["previews"] == known["previews"]
    assert here["signs in"] == "Dana Osei"


def test_texts_versions_and_the_supervisors_yes_are_there(here, expected):
    assert here["texts"] == expected["texts"]


def test_sessions_and_signs_of_workers_are_there(here, expected):
    assert here["sessions"] == expected["sessions"]
    assert here["worker signs"] == [True] * expected["worker signs"]


def test_under_another_secret_nothing_is_signed(here, elsewhere):
    assert_nothing_is_signed(here["under another secret"])
    assert_nothing_is_signed(elsewhere["proofs"])


def test_under_another_secret_people_still_read_with_their_own(elsewhere, known):
    for room in elsewhere["rooms"].values():
        assert room["inquiries"] == known["inquiries"]
        assert room["entries"] == known["entries"]
    assert elsewhere["second factor"]["secret"] != known["second_factor"]["secret"]
    assert elsewhere["previews"] == {}


def test_vouching_signs_every_key(here, elsewhere):
    for found in (here, elsewhere):
        assert found["after vouching"]["unsigned"] == []
        assert found["after vouching"]["unsigned keys"] == 0
        assert found["after vouching"]["is open"]


@pytest.mark.usefixtures("real_passphrases")
def test_the_backup_opens_with_every_passphrase_and_every_sheet(sample, known, expected, settings):
    settings.SECRET_KEY = known["secret_key"]
    found = Keys((sample.folder / "keys.json").read_text())
    names = [({"username": one}, words) for one, words in known["passphrases"].items()]
    names = [(name, words) for name, words in names if name["username"] in found.people.values()]
    names += [({"sheet": one}, code) for one, code in known["sheets"].items()]
    assert len(names) == len(expected["inside"])
    for name, words in names:
        manifest, files = read_backup(sample, found, found.holder(**name), words)
        assert manifest["rows"]["intake.Inquiry"] == len(known["inquiries"])
        assert sum(name.startswith("media/images/") for name in files) > 1
        assert files["rows.jsonl"].count(b"\n") == sum(manifest["rows"].values())


@pytest.mark.usefixtures("real_passphrases")
def test_a_backup_cut_short_is_known_as_damaged(sample, known, settings, tmp_path):
    settings.SECRET_KEY = known["secret_key"]
    found = Keys((sample.folder / "keys.json").read_text())
    whole = (sample.folder / "site.backup").read_bytes()
    (tmp_path / "site.backup").write_bytes(whole[: len(whole) - 70_000])
    cut = Sample(sample.folder.name)
    cut.folder = tmp_path
    with pytest.raises((Damaged, tarfile.TarError)):
        read_backup(cut, found, found.holder(sheet="A"), known["sheets"]["A"])


def test_every_address_of_the_sitemap_answers_and_says_what_it_is_about(here, known):
    assert_pages_are_whole(here)


def test_what_hangs_on_the_names_of_models_came_along(here):
    assert here["pointing"]["entries"] > 40, "a line in the admin's log about a row of each kind"
    assert_everything_points_to_something(here["pointing"], here["held then"])


def test_tables_made_from_the_models_of_a_version_are_those_that_migrations_make(here):
    """A restore of an earlier version counts on it: a migration that makes something in SQL of its own, which
    no model knows of, is told here."""
    made = here["putting back"]["tables built"]
    assert len(made) > 50
    assert made == here["putting back"]["tables"]


def test_trying_the_backup_and_putting_it_back_say_how_it_went(here):
    back = here["putting back"]
    for words in (back["checked"], back["words"]):
        assert ("from an earlier version" in words) == here["is earlier"]
    assert "It is whole." in back["checked"]
    assert "Restored." in back["words"]


def test_a_restore_of_the_backup_that_breaks_halfway_leaves_everything_as_it_was(here):
    assert here["putting back"]["failed"] == "halfway"
    assert here["putting back"]["as before"]


def test_the_backup_is_put_back_whole_onto_what_was_there(here, known, expected):
    back = here["putting back"]["restored"]
    assert sorted(back["rooms"]) == expected["inside"]
    for room in back["rooms"].values():
        assert room["inquiries"] == known["inquiries"]
        assert room["entries"] == known["entries"]
    for kind in (
        "letters",
        "offers",
        "second factor",
        "former codes",
        "previews",
        "texts",
        "pages",
    ):
        assert back[kind] == here[kind], kind
    assert len(back["pictures"]) == expected["pictures"]
    assert all(back["pictures"].values())
    assert_pages_are_whole(back)
    assert_everything_points_to_something(back["pointing"], here["held then"])


def test_mail_that_waited_in_the_backup_is_there_and_does_not_go_out_again(here, known):
    assert here["putting back"]["restored"]["mail"] == known["mail"]
    assert here["putting back"]["waiting"] == 0


def test_the_log_in_the_backup_is_as_it_was_written_and_goes_on(here, known):
    proofs = here["putting back"]["restored"]["proofs"]
    assert proofs["first broken"] is None
    assert here["putting back"]["log"][: known["events"]["number"]][-1] == known["events"]["last"]


def test_keys_of_a_file_that_proves_nothing_count_only_when_somebody_has_looked(here):
    """It is of the first format, or older than the keys there are. Migrations that vouch again for what was
    vouched for are no way around that."""
    back = here["putting back"]
    assert "vouch_for_keys" in back["words"]
    assert back["unproven"]["signed"] == 1, "the mail key, by its file"
    assert back["unproven"]["unsigned keys"] > 0
    assert not back["unproven"]["is open"]
    assert back["restored"]["proofs"]["unsigned"] == []
    assert back["restored"]["proofs"]["is open"]


def test_the_newest_file_of_keys_opens_an_earlier_backup_and_counts(here):
    proofs = here["putting back"]["with newer keys"]
    assert proofs["unsigned"] == []
    assert proofs["unsigned keys"] == 0
    assert proofs["is open"]
