from http import HTTPStatus

from django.conf import settings
from django.http import Http404


class GoneWhenWithdrawn:
    """For the public view of something ``Publishable``: what was public once and is not any more
    answers 410, with somewhere to go on. Drafts were never there: 404."""

    model = None
    gone_template = ""

    def get(self, request, *args, **kwargs):
        try:
            return super().get(request, *args, **kwargs)
        except Http404:
            self.object = self.what_was_here(kwargs["slug"])
            if self.object is None:
                raise
        self.template_name = self.gone_template
        context = self.get_context_data(object=self.object)
        response = self.render_to_response(context, status=HTTPStatus.GONE)
        response["X-Robots-Tag"] = "noindex"
        return response

    def what_was_here(self, slug):
        row = self.model.objects.filter(slug=slug, language=settings.LANGUAGE_CODE).first()
        is_gone = row is not None and row.was_public and row.status() in ("withdrawn", "trashed")
        return row if is_gone else None
