from django import template
from django.db.models import Model
from django.template import Context

from pages import elsewhere

register = template.Library()


@register.inclusion_tag("admin/pages/_elsewhere.html", name="elsewhere", takes_context=True)
def elsewhere_tag(context: Context, row: Model, css_class: str = "elsewhere") -> dict[str, object]:
    """``{% elsewhere original %}`` on the form of something that has a page; nothing on others."""
    saved: Model | None = row
    if context.get("errors"):
        # A form that was refused has put into the row what was typed. The row itself may not be there, or no more.
        saved = type(row)._base_manager.filter(pk=row.pk).first()
    return {"shown": saved and elsewhere.of(saved), "css_class": css_class}
