"""Articles by the month they came out in: whatever the numbered pages of the list do not reach."""

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from blog import heads
from blog.months import MOMENT, Month, years_with
from blog.places import Place
from blog.views import ArticleListView, published_articles


class ArchiveView(TemplateView):
    template_name = "blog/article_archive.html"

    def get_context_data(self, **kwargs):
        years = years_with(published_articles)
        return super().get_context_data(head=heads.of_months(), years=years, **kwargs)


class MonthView(TemplateView):
    """A month's articles, newest first; ``?before=`` tells behind which one a page begins."""

    template_name = "blog/article_month.html"

    def get_context_data(self, year, month, **kwargs):
        month = Month(int(year), int(month))
        if month.year > timezone.localdate().year:
            raise Http404
        place = self.place_in(month)
        size = ArticleListView.paginate_by
        articles = list(in_month(month, place).for_listing()[: size + 1])
        if not articles:
            raise Http404
        shown = articles[:size]
        return super().get_context_data(
            head=heads.of_month(month, place),
            month=month,
            articles=shown,
            place=place,
            newer=newer_than(place_of(shown[0]), month, size) if place else neighbor(month, +1),
            earlier=(
                (page_of(month, place_of(shown[-1])), _("Earlier articles"))
                if len(articles) > size
                else neighbor(month, -1)
            ),
            **kwargs,
        )

    def place_in(self, month):
        text = self.request.GET.get("before")
        if text is None:
            return None
        place = Place.read(text)
        if place is None or not month.first <= place.publish_at <= month.last:
            raise Http404
        return place


def in_month(month, place=None):
    if place is None:
        return published_articles(first=month.first, last=month.last)
    here = published_articles(first=month.first, last=place.publish_at)
    return here.exclude(publish_at=place.publish_at, pk__gte=place.pk)


def place_of(article):
    return Place(article.publish_at, article.pk)


def page_of(month, place):
    return f"{month.address}?before={place}" if place else month.address


def newer_than(place, month, size):
    """The way back: the page of the month that ends where this one begins."""
    newer = published_articles(first=place.publish_at, last=month.last)
    newer = newer.exclude(publish_at=place.publish_at, pk__lte=place.pk).order_by(
        "publish_at", "pk"
    )
    places = [Place(*row) for row in newer.values_list("publish_at", "pk")[: size + 1]]
    return page_of(month, places[size] if len(places) > size else None), _("Newer articles")


def neighbor(month, direction):
    """The next month with an article, forward or backward in time: ``(address, name)``."""
    if direction > 0:
        rows = published_articles(first=month.plus(1).first).order_by("publish_at", "pk")
    else:
        rows = published_articles(last=month.first - MOMENT)
    moment = rows.values_list("publish_at", flat=True).first()
    return moment and (Month.of(moment).address, str(Month.of(moment)))
