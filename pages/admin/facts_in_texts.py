"""What staff read of facts of the practice in texts: which there are, what each says today, and which texts lack one."""

from django.template.loader import render_to_string

from pages import facts_in_texts, kept_practice
from pages.models import ContactRoute, Page


class FactsInTextsMixin:
    """In front of a ``ModelAdmin``. ``facts_beside`` names the field that the list stands under."""

    facts_beside = ""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name == self.facts_beside:
            said = facts_in_texts.said_today(kept_practice.current())
            field.help_text = render_to_string("admin/pages/_facts_in_texts.html", {"facts": said})
        return field


def texts_that_lack_one(practice):
    """Names of public texts with a fact that the practice says nothing for any more."""
    empty = {one.blank for one in facts_in_texts.said_today(practice) if not one.says}
    if not empty:
        return []
    public = [*Page.objects.published(), *ContactRoute.objects.all()]
    return [str(row) for row in public if facts_in_texts.used_in(row) & empty]
