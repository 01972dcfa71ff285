"""Of what there are sitemaps: which rows, and what is said of each."""

from blog.views import published_articles
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
from practice_site.sitemaps.rows import (
    authors_to_find,
    in_our_language,
    people_to_find,
    series_with_parts,
    with_articles,
)
from practice_site.sitemaps.sections import Part
from team.models import Modality, Specialty

PARTS = {
    "articles": Part(published_articles, of_articles),
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
    "series": Part(series_with_parts, of_series),
    "articles-by": Part(with_articles("author", authors_to_find), of_selections("author")),
    "articles-about": Part(
        with_articles("specialty", lambda: in_our_language(Specialty.objects.all())),
        of_selections("specialty"),
    ),
    "articles-on": Part(
        with_articles("approach", lambda: in_our_language(Modality.objects.all())),
        of_selections("approach"),
    ),
}
