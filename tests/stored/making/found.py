"""What search finds by: the words of all that was made, and a note of what is not among them yet."""

from pages.models import Page
from search import indexing


def make():
    page = Page.objects.create(
        title="Asked", slug="asked", body="<h2>Is it far?</h2><p>Two minutes.</p>"
    )
    indexing.catch_up_for_good()
    Page.objects.filter(pk=page.pk).update(lede="On foot.")
