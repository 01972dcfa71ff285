from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import prefetch_related_objects
from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from blog import heads, kept_articles, kept_newest
from blog.models import Article
from blog.models.lists import who_and_about
from blog.topics_to_read import topics_to_read_about
from editing.gone import GoneWhenWithdrawn
from writing.contents import contents_of

# Further back articles are found by month: by numbers each page costs more than the one before.
NUMBERED_PAGES = 50


def published_articles(**times):
    return Article.objects.published(**times).filter(language=settings.LANGUAGE_CODE)


class FirstPages(Paginator):
    @cached_property
    def count(self):
        """Of what has a number, so that however many there are, no more is counted."""
        return self.object_list[: NUMBERED_PAGES * self.per_page].count()


class NumberedPages(FirstPages):
    @cached_property
    def count(self):
        number = kept_newest.number_up_to(NUMBERED_PAGES * self.per_page)
        return super().count if number is None else number

    def page(self, number):
        number = self.validate_number(number)
        last = number * self.per_page
        first = last - self.per_page
        kept = kept_newest.part(first, last)
        return self._get_page(self.object_list[first:last] if kept is None else kept, number, self)


class ArticleListView(ListView):
    paginate_by = 12
    paginator_class = NumberedPages

    def get_queryset(self):
        return published_articles().for_listing()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        articles = list(context["object_list"])
        is_first = context["page_obj"].number == 1
        return context | {
            "head": heads.of_list(context["page_obj"].number),
            "lead": articles[0] if is_first and articles else None,
            "articles": articles[1:] if is_first else articles,
            "topics": topics_to_read_about(),
        }


class ArticleDetailView(GoneWhenWithdrawn, DetailView):
    model = Article
    gone_template = "blog/article_gone.html"

    def get_queryset(self):
        return Article.objects.filter(language=settings.LANGUAGE_CODE).with_what_it_names()

    def read(self, queryset):
        if kept := kept_articles.with_text(self.kwargs["slug"]):
            return kept
        article = super().read(queryset)
        if self.is_shown(article):
            prefetch_related_objects([article], *who_and_about())
        return article

    def get_context_data(self, **kwargs):
        kwargs.setdefault("head", heads.of_article(self.object))
        return super().get_context_data(
            related=kept_newest.related_to(self.object),
            contents=contents_of(self.object.body),
            **kwargs,
        )
