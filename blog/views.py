from django.conf import settings
from django.views.generic import DetailView, ListView

from blog.models import Article
from editing.gone import GoneWhenWithdrawn
from editing.swapping import SwapsWhenDue


def published_articles():
    return Article.objects.published().filter(language=settings.LANGUAGE_CODE)


class ArticleListView(ListView):
    paginate_by = 12

    def get_queryset(self):
        return published_articles().for_listing()


class ArticleDetailView(GoneWhenWithdrawn, SwapsWhenDue, DetailView):
    model = Article
    gone_template = "blog/article_gone.html"

    def get_queryset(self):
        return published_articles().for_detail()

    def get_context_data(self, **kwargs):
        return super().get_context_data(related=self.object.related(), **kwargs)
