"""How the rows of a ``RowsField`` are drawn and read back."""

from copy import deepcopy
from dataclasses import dataclass

from django import forms

MOST_ROWS = 60


@dataclass
class Row:
    """One row as it was typed: ``values`` are raw, by column."""

    values: dict
    order: str = ""
    is_deleted: bool = False


class RowsWidget(forms.Widget):
    template_name = "widgets/rows.html"
    use_fieldset = True
    # Filled in by RowsField and its bound field.
    columns = {}
    row_label = ""
    label = ""
    errors = []
    blank_rows = 3

    class Media:
        css = {"all": ["css/desk/rows.css"]}
        js = ["js/rows.js"]

    def id_for_label(self, id_):
        # The label names a group of inputs; each of them has a label of its own.
        return ""

    def value_omitted_from_data(self, data, files, name):
        return f"{name}-TOTAL" not in data

    def value_from_datadict(self, data, files, name):
        if self.value_omitted_from_data(data, files, name):
            return None
        total = str(data[f"{name}-TOTAL"])
        total = int(total) if total.isdecimal() and len(total) < 6 else 0
        return [
            self.row_from_data(data, files, f"{name}-{n}") for n in range(min(total, MOST_ROWS + 9))
        ]

    def row_from_data(self, data, files, prefix):
        return Row(
            {
                column: field.widget.value_from_datadict(data, files, f"{prefix}-{column}")
                for column, field in self.columns.items()
            },
            order=str(data.get(f"{prefix}-ORDER", "")),
            is_deleted=bool(data.get(f"{prefix}-DELETE")),
        )

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        rows = self.displayed_rows(value)
        # A choice of related rows is read, and its words translated, once, not once for every row.
        widgets = {column: deepcopy(field.widget) for column, field in self.columns.items()}
        for widget in widgets.values():
            if isinstance(widget, forms.Select):
                widget.choices = in_words(widget.choices)
        is_disabled = context["widget"]["attrs"].get("disabled", False)
        context["widget"] |= {
            "rows": [
                self.row_context(widgets, name, number, row, is_disabled)
                for number, row in enumerate(rows)
            ],
            "template_row": self.row_context(widgets, name, "__row__", self.blank(), is_disabled),
            "label": self.label,
            "row_label": self.row_label,
            "is_disabled": is_disabled,
            "has_errors": bool(self.errors),
        }
        return context

    def blank(self):
        return Row({column: initial_of(field) for column, field in self.columns.items()})

    def displayed_rows(self, value):
        """What was typed, or what is stored; then a few empty rows."""
        rows = []
        for number, row in enumerate(value or [], start=1):
            if not isinstance(row, Row):
                values = {c: f.prepare_value(row.get(c)) for c, f in self.columns.items()}
                row = Row(values, order=str(number))
            rows.append(row)
        while rows and is_untouched(self.columns, rows[-1]):
            rows.pop()
        return rows + [self.blank() for _n in range(self.blank_rows)]

    def row_context(self, widgets, name, number, row, is_disabled):
        prefix = f"{name}-{number}"
        cells = []
        for column, field in self.columns.items():
            cell_id = f"id_{prefix}-{column}"
            errors = self.cell_errors(number, column)
            attrs = {"id": cell_id}
            described = [f"{cell_id}_helptext"] if field.help_text else []
            if errors:
                attrs["aria-invalid"] = "true"
                described.append(f"{cell_id}_error")
            if described:
                attrs["aria-describedby"] = " ".join(described)
            if is_disabled:
                attrs["disabled"] = True
            widget = widgets[column]
            attrs = field.widget_attrs(widget) | attrs
            cells.append(
                {
                    "id": cell_id,
                    "column": column,
                    "label": field.label or column.replace("_", " "),
                    "help_text": field.help_text,
                    "errors": errors,
                    "is_hidden": widget.is_hidden,
                    "is_checkbox": isinstance(widget, forms.CheckboxInput),
                    "html": widget.render(f"{prefix}-{column}", row.values[column], attrs),
                }
            )
        return {
            "prefix": prefix,
            "number": number + 1 if isinstance(number, int) else "__number__",
            "cells": cells,
            "errors": self.cell_errors(number, None),
            "order": row.order,
            "is_deleted": row.is_deleted,
        }

    def cell_errors(self, number, column):
        return [
            error.params["words"]
            for error in self.errors
            if error.params
            and error.params.get("row") == number
            and error.params.get("column") == column
        ]


def in_words(choices):
    return [
        (value, in_words(label) if isinstance(label, (list, tuple)) else str(label))
        for value, label in iter(choices)  # a list made of them would count them first
    ]


def initial_of(field):
    return field.initial() if callable(field.initial) else field.initial


def is_untouched(columns, row):
    return not any(
        field.has_changed(initial_of(field), row.values[column])
        for column, field in columns.items()
        if not field.widget.is_hidden
    )
