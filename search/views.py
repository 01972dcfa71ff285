"""The page of what was found. Nothing of what was searched for is kept anywhere: not in a log, a count or a cache."""

from django.http import HttpResponse
from django.utils.cache import patch_cache_control
from django.views.generic import TemplateView

from search import kept_words
from search.finding import ON_A_PAGE, find
from search.query import MOST_LETTERS


class SearchView(TemplateView):
    template_name = "search/search.html"
    http_method_names = ["get", "head", "options"]

    def get_context_data(self, **kwargs):
        typed = self.request.GET.get("q", "")
        page = page_of(self.request.GET.get("page", ""))
        return super().get_context_data(
            query=" ".join(typed.split())[:MOST_LETTERS],
            found=find(typed, page),
            danger=kept_words.words().danger.look(typed),
            page=page,
            first=(page - 1) * ON_A_PAGE + 1,
            before=page - 1,
            after=page + 1,
            **kwargs,
        )

    def render_to_response(self, context, **kwargs) -> HttpResponse:
        response = super().render_to_response(context, **kwargs)
        patch_cache_control(response, no_store=True)
        response["X-Robots-Tag"] = "noindex"
        # All of it is public but the words themselves, which whoever typed them knows.
        response.may_be_compressed = True
        # Whoever is visited next is not told what was searched for.
        response["Referrer-Policy"] = "no-referrer"
        return response


def page_of(said: str) -> int:
    return (
        min(int(said), 50)
        if said.isascii() and said.isdecimal() and 0 < len(said) < 4 and int(said)
        else 1
    )
