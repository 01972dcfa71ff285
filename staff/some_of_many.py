from typing import Any

from django import forms

# From so many choices on, typing a few letters is quicker than looking.
MANY = 9


class SomeOfMany(forms.CheckboxSelectMultiple):
    """Choices as chips in a box of their own that does not grow: the chosen ones first, and where there are
    many, a line to find one by its letters. Without scripts all of them are there."""

    template_name = "widgets/some_of_many.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        choices = [one for _group, group, _index in context["widget"]["optgroups"] for one in group]
        chosen = [one for one in choices if one["selected"]]
        context["widget"] |= {
            "chips": chosen + [one for one in choices if not one["selected"]],
            "chosen": len(chosen),
            "is_long": len(choices) >= MANY,
        }
        return context
