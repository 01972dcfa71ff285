"""After ``load_content``: the same articles as ordinary posts, a page for each author, and somebody who may sign in."""

import json
from datetime import datetime
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import Page

from peer.models import ArticleIndexPage, ArticlePage, Person, PostPage, StandardPage


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        ArticlePage.objects.all().delete()
        people = {person.name: person for person in Person.objects.all()}
        home = Page.objects.get(slug="home")
        for name in people:
            home.add_child(instance=StandardPage(title=name))
        # As they were left: an index has read its children before they went.
        index = ArticleIndexPage.objects.get()
        with file.open() as lines:
            next(lines)
            for article in map(json.loads, lines):
                add(index, article, people)
        get_user_model().objects.create_superuser("editor", "editor@practice.example", "demo")
        call_command("update_index", verbosity=0)
        self.stdout.write(f"Posts: {PostPage.objects.count()}")


def add(index, article, people):
    published = datetime.fromisoformat(article["published"])
    index.add_child(
        instance=PostPage(
            title=article["title"],
            slug=article["slug"],
            introduction=article["opening"],
            author=people[article["authors"][0]],
            body=article["body"],
            first_published_at=published,
            last_published_at=published,
        )
    )
