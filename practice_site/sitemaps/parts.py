"""Of what there are sitemaps: which rows, and what is said of each."""

from django.conf import settings
from django.db.models import QuerySet

from blog import with_articles
from groups.models import Group
from pages.models import Location, NoticeText, Page
from practice_site.sitemaps.entries import (
    of_articles,
    of_notices,
    of_people,
    of_rows,
    of_selections,
    of_series,
    since_their_words,
)
from practice_site.sitemaps.sections import Part
from team.models import Modality, Specialty, Therapist


def in_our_language(rows: QuerySet) -> QuerySet:
    return rows.filter(language=settings.LANGUAGE_CODE)


def people_to_find() -> QuerySet:
    return in_our_language(Therapist.objects.listed().filter(is_out_of_search=False))


PARTS = {
    "articles": Part(with_articles.published, of_articles),
    "pages": Part(
        lambda: in_our_language(Page.objects.published()),
        since_their_words("pages:page_detail"),
    ),
    "groups": Part(
        lambda: in_our_language(Group.objects.listed()),
        since_their_words("groups:group_detail"),
    ),
    "notices": Part(NoticeText.objects.public, of_notices),
    "places": Part(Location.objects.with_pages, of_rows("pages:location_detail")),
    "team": Part(people_to_find, of_people),
    "specialties": Part(
        lambda: in_our_language(Specialty.objects.all()), of_rows("team:specialty_detail")
    ),
    "approaches": Part(
        lambda: in_our_language(Modality.objects.all()), of_rows("team:modality_detail")
    ),
    "series": Part(with_articles.series, of_series),
    "articles-by": Part(with_articles.authors, of_selections("author")),
    "articles-about": Part(with_articles.topics("specialty"), of_selections("specialty")),
    "articles-on": Part(with_articles.topics("approach"), of_selections("approach")),
}
