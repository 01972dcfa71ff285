"""Beside a text that takes facts of the practice: which there are, and what each says today."""

from django.template.loader import render_to_string

from pages import facts_in_texts, kept_practice


class FactsInTextsMixin:
    """In front of a ``ModelAdmin``. ``facts_beside`` names the field that the list stands under."""

    facts_beside = ""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == self.facts_beside:
            said = facts_in_texts.said_today(kept_practice.current())
            field.help_text = render_to_string("admin/pages/_facts_in_texts.html", {"facts": said})
        return field
