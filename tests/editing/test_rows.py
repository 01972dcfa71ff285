import re

import pytest
from django import forms
from django.core.exceptions import ValidationError

from editing.rows import RowsField, replace_rows, rows_data
from pages.models import ClosureDay, OpeningHours, Practice


class WithNote(RowsField):
    def clean_row(self, row):
        if row["amount"] > 500 and not row["note"]:
            raise ValidationError({"note": "Say why."})
        if row["service"] == "nothing":
            raise ValidationError("This is no service.")
        return row


class FeeForm(forms.Form):
    fees = WithNote(
        {
            "service": forms.CharField(max_length=20, label="service"),
            "amount": forms.IntegerField(label="US dollars", min_value=0),
            "note": forms.CharField(required=False),
            "is_shown": forms.BooleanField(required=False, initial=True),
            "kind": forms.ChoiceField(choices=[("a", "A"), ("b", "B")], initial="a"),
        },
        label="Fees",
        row_label="Fee",
        unique="service",
    )


def fee(service, amount=100, note="", is_shown=True, kind="a"):
    return {
        "service": service, "amount": amount, "note": note, "is_shown": is_shown, "kind": kind,
    }  # fmt: skip


def bound(rows, **changes):
    return FeeForm(rows_data("fees", rows) | changes)


def services(form):
    assert form.is_valid(), form.errors
    return [row["service"] for row in form.cleaned_data["fees"]]


def test_rows_come_back_as_they_were_given():
    rows = [fee("Session", 180), fee("First session", 220, "75 minutes", False, "b")]
    form = bound(rows)
    assert form.is_valid()
    assert form.cleaned_data["fees"] == rows


def test_rows_nobody_touched_are_left_out():
    blank = fee("", "")
    assert services(bound([blank, fee("Session"), blank, blank])) == ["Session"]


def test_a_row_marked_for_removal_is_left_out_even_if_it_is_wrong():
    data = {"fees-0-DELETE": "on", "fees-0-amount": "a lot"}
    assert services(bound([fee("One"), fee("Two")], **data)) == ["Two"]


@pytest.mark.parametrize(
    ("number", "position", "expected"),
    [
        (2, "1", ["Three", "One", "Two"]),
        (0, "3", ["Two", "Three", "One"]),
        (0, "2", ["Two", "One", "Three"]),
        (1, "", ["One", "Three", "Two"]),
        (1, "first", ["One", "Three", "Two"]),
        (1, "9" * 6000, ["One", "Three", "Two"]),
    ],
)
def test_the_number_beside_a_row_moves_it(number, position, expected):
    rows = [fee("One"), fee("Two"), fee("Three")]
    assert services(bound(rows, **{f"fees-{number}-ORDER": position})) == expected


def test_errors_name_the_row_and_the_input():
    form = bound([fee("Session"), fee("Group", "a lot"), fee("", 3)])
    assert not form.is_valid()
    assert form.errors["fees"] == [
        "Fee 2, US dollars: Enter a whole number.",
        "Fee 3, service: This field is required.",
    ]


def test_errors_stand_beside_their_input_and_keep_what_was_typed():
    html = bound([fee("Session", "a lot")])["fees"].as_widget()
    tag = re.search(r'<input[^>]*name="fees-0-amount"[^>]*>', html)[0]
    assert 'value="a lot"' in tag
    assert 'aria-invalid="true"' in tag
    assert 'aria-describedby="id_fees-0-amount_error"' in tag
    assert (
        '<ul class="errorlist" id="id_fees-0-amount_error"><li>Enter a whole number.</li>' in html
    )


def test_a_rule_about_the_whole_row_is_told_at_its_row():
    form = bound([fee("Day", 600), fee("nothing")])
    assert form.errors["fees"] == ["Fee 1, note: Say why.", "Fee 2: This is no service."]
    assert "<li>This is no service.</li>" in form["fees"].as_widget()


def test_a_column_may_be_unique():
    assert bound([fee("Same"), fee("Same")]).errors["fees"] == [
        "Fee 2, service: This is listed twice."
    ]


def test_rows_that_did_not_arrive_are_not_taken_for_none():
    form = FeeForm({})
    assert form.errors["fees"] == ["This part of the form did not arrive. Load the page again."]


@pytest.mark.parametrize("total", ["-1", "", "x", "9" * 5000, "１２"])
def test_an_odd_number_of_rows_is_no_error(total):
    FeeForm({"fees-TOTAL": total}).is_valid()


def test_more_rows_than_a_form_can_hold_are_refused():
    form = bound([fee(f"Service {n}") for n in range(100)])
    assert form.errors["fees"] == ["There are more rows than this form can hold."]


def test_every_visible_input_has_its_own_label():
    html = FeeForm(initial={"fees": [fee("Session")]})["fees"].as_widget()
    visible = html.split("<template>")[0]
    ids = re.findall(r'<(?:input|select)[^>]* id="([^"]+)"', visible)
    assert len(ids) == 4 * 7
    assert sorted(ids) == sorted(re.findall(r'<label for="([^"]+)"', visible))


def test_stored_rows_are_followed_by_three_empty_ones():
    html = FeeForm(initial={"fees": [fee("Session")]})["fees"].as_widget()
    assert 'name="fees-TOTAL" value="4"' in html
    assert 'value="Session"' in html


def test_typed_text_is_shown_as_text():
    html = bound([fee('"><script>alert(1)</script>', "x")])["fees"].as_widget()
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_change_is_noticed_by_value():
    rows = [fee("One"), fee("Two")]
    same = FeeForm(rows_data("fees", rows), initial={"fees": rows})
    assert not same.has_changed()
    for data in (
        rows_data("fees", rows) | {"fees-0-ORDER": "5"},
        rows_data("fees", rows) | {"fees-0-service": "Three"},
        rows_data("fees", [*rows, fee("Three")]),
    ):
        assert FeeForm(data, initial={"fees": rows}).has_changed()


def test_a_locked_field_keeps_its_rows_and_offers_no_others():
    form = FeeForm(rows_data("fees", []), initial={"fees": [fee("Session")]})
    form.fields["fees"].disabled = True
    assert services(form) == ["Session"]
    html = form["fees"].as_widget()
    assert "<template>" not in html
    assert "fees-0-DELETE" not in html


@pytest.mark.django_db
def test_choices_of_related_rows_are_read_once(django_assert_num_queries):
    ClosureDay.objects.create(first_day="2026-01-01", last_day="2026-01-01", reason="New Year")

    class DayForm(forms.Form):
        days = RowsField({"day": forms.ModelChoiceField(ClosureDay.objects.all())})

    for count in (1, 9):
        form = DayForm(initial={"days": [{"day": 1}] * count})
        with django_assert_num_queries(1):
            form["days"].as_widget()


@pytest.mark.django_db
def test_replacing_rows_leaves_the_same_ones_alone():
    practice = Practice.objects.create()
    monday, tuesday, friday = (
        {"weekday": day, "opens": "09:00", "closes": "17:00"} for day in (0, 1, 4)
    )
    replace_rows(practice.openinghours_set, [monday, tuesday])
    kept = OpeningHours.objects.get(weekday=1)
    form = forms.TimeField()
    typed = [
        row | {k: form.clean(row[k]) for k in ("opens", "closes")} for row in (tuesday, friday)
    ]
    replace_rows(practice.openinghours_set, typed)
    assert list(OpeningHours.objects.values_list("weekday", flat=True)) == [1, 4]
    assert OpeningHours.objects.get(weekday=1).pk == kept.pk
