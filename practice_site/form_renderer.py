"""Labels and plain controls, drawn as Django's own templates draw them, without opening one for each.

A form at the desk has a hundred controls and a thousand choices, and Django opens two templates a choice. What
is not drawn here, Django draws: a template of somebody's own, and the groups that are made of controls.
"""

from html import escape

from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.renderers import TemplatesSetting
from django.template import Context
from django.template.base import render_value_in_context
from django.utils.safestring import SafeData

# Which values come as they are, and how numbers and days are written: as in every template.
USUAL = Context()
NO_CHOICE = BLANK_CHOICE_DASH[0][1]


class FormRenderer(TemplatesSetting):
    def render(self, template_name, context, request=None):
        # Of errors a long form has two lists a field, nearly always empty.
        if template_name.startswith("django/forms/errors/list/") and not context["errors"]:
            return ""
        draw = DRAWN.get(template_name)
        return draw(context).strip() if draw else super().render(template_name, context, request)


def shown(value):
    """``{{ value }}``"""
    if type(value) is str:  # as most are
        return escape(value)
    return render_value_in_context(value, USUAL)


def as_text(value):
    """``{{ value|stringformat:"s" }}``"""
    return value if isinstance(value, SafeData) else escape(str(value))


def attributes(attrs):
    return "".join(
        f" {shown(name)}" if value is True else f' {shown(name)}="{as_text(value)}"'
        for name, value in (attrs or {}).items()
        if value is not False
    )


def label(context):
    if not context["use_tag"]:
        return shown(context["label"])
    tag = shown(context["tag"])
    return f"<{tag}{attributes(context['attrs'])}>{shown(context['label'])}</{tag}>"


def control(context):
    widget = context["widget"]
    value = widget.get("value")
    value = "" if value is None else f' value="{as_text(value)}"'
    kind, name = shown(widget["type"]), shown(widget["name"])
    return f'<input type="{kind}" name="{name}"{value}{attributes(widget["attrs"])}>\n'


def control_with_label(context):
    widget = context["widget"]
    if not widget["wrap_label"]:
        return f"{control(context)}\n"
    id_ = widget["attrs"].get("id")
    leads_to = f' for="{shown(id_)}"' if id_ else ""
    return f"<label{leads_to}>{control(context)} {shown(widget['label'])}</label>\n\n"


def textarea(context):
    widget = context["widget"]
    value = shown(widget["value"]) if widget["value"] else ""
    start = f'<textarea name="{shown(widget["name"])}"{attributes(widget["attrs"])}>'
    return f"{start}\n{value}</textarea>"


def option(context):
    widget = context["widget"]
    start = f'<option value="{as_text(widget["value"])}"{attributes(widget["attrs"])}>'
    # A screen reader would read Django's nine dashes one by one.
    label = "–" if widget["label"] == NO_CHOICE else shown(widget["label"])
    return f"{start}{label}</option>\n"


def select(context):
    widget = context["widget"]
    parts = [f'<select name="{shown(widget["name"])}"{attributes(widget["attrs"])}>']
    for group, options, _number in widget["optgroups"]:
        if group:
            parts.append(f'\n  <optgroup label="{shown(group)}">')
        parts += [f"\n  {one(choice)}" for choice in options]
        if group:
            parts.append("\n  </optgroup>")
    return "".join([*parts, "\n</select>"])


def many_controls(context):
    widget = context["widget"]
    attrs = {name: widget["attrs"].get(name) for name in ("id", "class")}
    attrs = "".join(f' {name}="{shown(value)}"' for name, value in attrs.items() if value)
    parts = [f"<div{attrs}>"]
    for group, options, _number in widget["optgroups"]:
        if group:
            parts.append(f"\n  <div><label>{shown(group)}</label>")
        parts += [f"<div>\n    {one(choice)}</div>" for choice in options]
        if group:
            parts.append("\n  </div>")
    return "".join([*parts, "\n</div>"])


def one(choice):
    return DRAWN[choice["template_name"]]({"widget": choice})


KINDS = (
    "checkbox", "color", "date", "datetime", "email", "file", "hidden", "number", "password", "search",
    "tel", "text", "time", "url",
)  # fmt: skip
DRAWN = {
    "django/forms/label.html": label,
    **{f"django/forms/widgets/{kind}.html": control for kind in KINDS},
    "django/forms/widgets/textarea.html": textarea,
    "django/forms/widgets/select.html": select,
    "django/forms/widgets/select_option.html": option,
    "django/forms/widgets/radio.html": many_controls,
    "django/forms/widgets/radio_option.html": control_with_label,
    "django/forms/widgets/checkbox_select.html": many_controls,
    "django/forms/widgets/checkbox_option.html": control_with_label,
}
