"""Several typed inputs per row inside one form field.

A content model's admin form is one ModelForm without inlines, so that what it holds is one value
that can be kept and put back. Bylines, credentials and fees are fields of that form: the value is
a list of dicts in reading order. Works without a script; ``rows.js`` only adds the button that
adds rows.

    credentials = RowsField(
        {"name": forms.CharField(label=_("in words")), "number": forms.CharField(required=False)},
        row_label=_("Credential"),
    )
    form.initial["credentials"] = list(therapist.credentials.values("name", "number"))
    replace_rows(therapist.credentials, form.cleaned_data["credentials"])

Subclasses say in ``clean_row`` what one row needs as a whole.
"""

from copy import deepcopy

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from editing.rows_widget import MOST_ROWS, RowsWidget, is_untouched


class RowsBoundField(forms.BoundField):
    def as_widget(self, widget=None, attrs=None, only_initial=False):
        widget = widget or self.field.widget
        widget.label = self.label
        widget.errors = self.errors.as_data() if self.form.is_bound else []
        return super().as_widget(widget, attrs, only_initial)


class RowsField(forms.Field):
    """``columns`` maps names to form fields; ``unique`` names a column no two rows may share."""

    widget = RowsWidget
    bound_field_class = RowsBoundField
    default_error_messages = {
        "missing": _("This part of the form did not arrive. Load the page again."),
        "too_many": _("There are more rows than this form can hold."),
        "repeated": _("This is listed twice."),
        "cell": _("%(label)s %(number)s, %(column_label)s: %(words)s"),
        "row": _("%(label)s %(number)s: %(words)s"),
    }

    def __init__(self, columns, *, row_label="", unique=None, blank_rows=3, **kwargs):
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)
        self.columns = columns
        self.unique = unique
        self.row_label = row_label or _("Row")
        self.widget.blank_rows = blank_rows
        self.tell_widget()

    def tell_widget(self):
        self.widget.columns = self.columns
        self.widget.row_label = self.row_label

    def __deepcopy__(self, memo):
        result = super().__deepcopy__(memo)
        # Choices of related rows must be read anew for every form.
        result.columns = {name: deepcopy(field, memo) for name, field in self.columns.items()}
        result.tell_widget()
        return result

    def as_posted(self, name, value):
        """The inputs of these rows, for a snapshot of the form."""
        return {key: [text] for key, text in rows_data(name, value or []).items()}

    def as_lines(self, rows):
        """What a person would read of rows as they were sent: a line each."""
        names = {
            column: {str(key): str(label) for key, label in field.choices}
            for column, field in self.columns.items()
            if hasattr(field, "choices")
        }
        lines = []
        for row in self.in_order(rows or []):
            shown = [
                names.get(column, {}).get(str(value), str(value))
                for column, value in row.values.items()
                if value not in (None, "", False)
            ]
            lines.append(", ".join(shown))
        return lines

    def has_gone(self, rows):
        """Whether a row names something that is not there any more."""
        return any(
            row.values[column] and not field.queryset.filter(pk=row.values[column]).exists()
            for column, field in self.columns.items()
            if hasattr(field, "queryset")
            for row in self.in_order(rows or [])
        )

    def in_order(self, rows):
        """The rows that count, as they will be read."""
        counting = [
            (position(number, row), row)
            for number, row in enumerate(rows)
            if not row.is_deleted and not is_untouched(self.columns, row)
        ]
        return [row for _position, row in sorted(counting, key=lambda pair: pair[0])]

    def clean_row(self, row):
        """What one row needs as a whole: a ``ValidationError``, by column if it concerns one."""
        return row

    def clean(self, value):
        if self.disabled:
            return value or []
        if value is None:
            raise ValidationError(self.error_messages["missing"], code="missing")
        rows, errors, seen = [], [], set()
        for number, row in enumerate(value):
            if row.is_deleted or is_untouched(self.columns, row):
                continue
            cleaned, row_errors = self.clean_cells(row)
            if not row_errors:
                try:
                    cleaned = self.clean_row(cleaned)
                except ValidationError as error:
                    row_errors = by_column(error)
            if self.unique and not row_errors:
                if cleaned[self.unique] in seen:
                    row_errors = {self.unique: [self.error_messages["repeated"]]}
                seen.add(cleaned[self.unique])
            errors += self.named(number, row_errors)
            rows.append((position(number, row), cleaned))
        if len(rows) > MOST_ROWS:
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        if errors:
            raise ValidationError(errors)
        if self.required and not rows:
            raise ValidationError(self.error_messages["required"], code="required")
        return [cleaned for _position, cleaned in sorted(rows, key=lambda row: row[0])]

    def clean_cells(self, row):
        cleaned, errors = {}, {}
        for column, field in self.columns.items():
            try:
                cleaned[column] = field.clean(row.values[column])
            except ValidationError as error:
                errors[column] = error.messages
        return cleaned, errors

    def named(self, number, row_errors):
        """Errors that say which row and which input, for the summary at the top."""
        for column, messages in row_errors.items():
            for message in messages:
                params = {"row": number, "column": column, "words": message}
                params |= {"label": self.row_label, "number": number + 1}
                if column:
                    params["column_label"] = self.columns[column].label or column.replace("_", " ")
                code = "cell" if column else "row"
                yield ValidationError(self.error_messages[code], code=code, params=params)

    def has_changed(self, initial, data):
        if self.disabled or data is None:
            return False
        rows = self.in_order(data)
        initial = initial or []
        return len(rows) != len(initial) or any(
            field.has_changed(old.get(column), row.values[column])
            for old, row in zip(initial, rows, strict=True)
            for column, field in self.columns.items()
        )


def rows_data(name, rows):
    """What a browser would send for these rows (the counterpart of reading the form)."""
    data = {f"{name}-TOTAL": str(len(rows))}
    for number, row in enumerate(rows):
        for column, value in row.items():
            value = getattr(value, "pk", value)
            if value is True:
                data[f"{name}-{number}-{column}"] = "on"
            elif value not in (None, False):
                data[f"{name}-{number}-{column}"] = str(value)
        data[f"{name}-{number}-ORDER"] = str(number + 1)
    return data


def replace_rows(related, rows):
    """Make the related rows of one parent equal ``rows``, in this order. Rows that stay the same
    are left alone, so saving a form twice writes nothing. A row that answers ``is_of(row)`` with
    yes is changed in place and keeps what the form does not hold."""
    model = related.model
    has_order = any(field.name == "order" for field in model._meta.fields)
    wanted = [row | ({"order": n} if has_order else {}) for n, row in enumerate(rows)]
    others = []
    for row in related.all():
        match = next((w for w in wanted if all(getattr(row, k) == v for k, v in w.items())), None)
        if match is None:
            others.append(row)
        else:
            wanted.remove(match)
    for row in others:
        match = next((w for w in wanted if hasattr(row, "is_of") and row.is_of(w)), None)
        if match is None:
            row.delete()
        else:
            wanted.remove(match)
            for name, value in match.items():
                setattr(row, name, value)
            row.save()
    for row in wanted:
        related.create(**row)


def position(number, row):
    """Where a row goes. Somebody who writes 1 beside the third row means "before the first", who
    writes 3 beside the first "after the third"; rows without a number follow in place."""
    typed = row.order.strip()
    if not typed.isdecimal() or len(typed) > 5:
        return (MOST_ROWS * 1000, 0, number)
    wanted, shown = int(typed), number + 1
    return (wanted, (wanted > shown) - (wanted < shown), number)


def by_column(error):
    if hasattr(error, "error_dict"):
        return {
            None if column == "__all__" else column: messages
            for column, messages in error.message_dict.items()
        }
    return {None: error.messages}
