import pytest

from intake.room import passphrases
from intake.room.codes import new_code, read_code
from intake.room.passphrases import WrongPassphrase, unwrap, wrap

SECRET, SENTENCE = b"x" * 32, "A quiet room with two chairs"


@pytest.mark.usefixtures("real_passphrases")
def test_a_real_one_costs_64_mebibytes_and_three_passes():
    assert (passphrases.MEBIBYTES, passphrases.PASSES, passphrases.LANES) == (64, 3, 4)
    assert tuple(wrap(SECRET, SENTENCE, "row")[:3]) == (1, 64, 3)


@pytest.mark.parametrize("typed", [SENTENCE, "a quiet  room with two CHAIRS "])
def test_capitals_and_spaces_do_not_matter(typed):
    assert unwrap(wrap(SECRET, SENTENCE, "row"), typed, "row") == SECRET


@pytest.mark.parametrize(
    "typed", ["", "A quiet room with two chair", "a quiet room, with two chairs"]
)
def test_anything_else_does(typed):
    with pytest.raises(WrongPassphrase):
        unwrap(wrap(SECRET, SENTENCE, "row"), typed, "row")


def test_what_was_wrapped_for_another_row_or_changed_does_not_open():
    wrapped = wrap(SECRET, SENTENCE, "row")
    with pytest.raises(WrongPassphrase):
        unwrap(wrapped, SENTENCE, "other row")
    for at in [0, 5, 20, 40, len(wrapped) - 1]:
        with pytest.raises(WrongPassphrase):
            unwrap(wrapped[:at] + bytes([wrapped[at] ^ 2]) + wrapped[at + 1 :], SENTENCE, "row")


@pytest.mark.parametrize("length", [0, 1, 18, 19, 31, 46])
def test_what_was_cut_off_does_not_open_either(length):
    with pytest.raises(WrongPassphrase):
        unwrap(wrap(b"secret", "a sentence", "1")[:length], "a sentence", "1")


def test_a_sheets_code_is_read_with_the_slips_of_a_tired_hand():
    code = new_code()
    assert len(code.replace("-", "")) == 52
    typed = code.lower().replace("-", " ").replace("o", "0")
    assert read_code(typed) == code
    for broken in ["", "x", code[:-1], code + "A", code.replace(code[0], "!")]:
        assert read_code(broken) is None


@pytest.mark.parametrize("between", ["–", "—", "­", " ", ".", "ß", "ı", "\0", "٣"])
def test_whatever_stands_between_the_groups_of_a_code_is_passed_over(between):
    code = new_code()
    assert read_code(code.replace("-", between)) == code
    assert read_code(between) is None
