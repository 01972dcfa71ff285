from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Draws no empty list of errors, of which a long form at the desk has two a field."""

    def render(self, template_name, context, request=None):
        if template_name.startswith("django/forms/errors/list/") and not context["errors"]:
            return ""
        return super().render(template_name, context, request)
