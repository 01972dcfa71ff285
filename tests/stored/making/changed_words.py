"""One row of each kind whose words were changed after it was public, and that has words of its own for search engines."""

from blog.models import Article
from groups.models import Group
from pages.models import Location, Page
from team.models import Modality, Specialty, Therapist

WORDS = {Group: "summary", Modality: "summary", Specialty: "summary", Page: "lede"}


def make():
    for model in (*WORDS, Article, Location, Therapist):
        row = model.objects.order_by("pk").first()
        row.search_description = "What others are told of it."
        row.search_title = "Another title"
        row.save()
    for model, name in WORDS.items():
        row = model.objects.order_by("pk").first()
        setattr(row, name, "In other words.")
        row.save()
