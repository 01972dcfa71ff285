from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.generic import TemplateView

from blog import heads
from blog.models import Series


class SeriesView(TemplateView):
    """All parts of a series in their order; nothing while there are not two."""

    template_name = "blog/series.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        series = get_object_or_404(Series, slug=self.kwargs["slug"])
        parts = series.parts
        if not parts:
            raise Http404
        head = heads.of_series(series, parts)
        return super().get_context_data(series=series, articles=parts, head=head, **kwargs)
