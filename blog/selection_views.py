"""Lists of the articles of one author, or about one topic."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.generic import ListView

from blog import heads, selections
from blog.models.lists import ArticleQuerySet
from blog.selections import Selection
from blog.views import ArticleListView, FirstPages


def found(kind: str, slug: str) -> Selection:
    selection = selections.find(kind, slug)
    if selection is None:
        raise Http404
    return selection


class SelectionView(ListView):
    kind = ""
    template_name = "blog/selection.html"
    context_object_name = "articles"
    paginate_by = ArticleListView.paginate_by
    paginator_class = FirstPages

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        selection = selections.find(self.kind, self.kwargs["slug"])
        if selection is None:
            slug = selections.moved_to(self.kind, self.kwargs["slug"])
            if slug is None:
                raise Http404
            return HttpResponsePermanentRedirect(selections.address(self.kind, slug))
        self.selection = selection
        return super().get(request, *args, **kwargs)

    def get_queryset(self) -> ArticleQuerySet:
        return self.selection.articles.for_listing()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(selection=self.selection, **kwargs)
        number = context["page_obj"].number
        return context | {"head": heads.of_selection(self.selection, number)}
