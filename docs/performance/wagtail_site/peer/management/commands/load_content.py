"""Fills an empty site with what ``practice_site.bench.content`` has written: one JSON document a line."""

import json
import re
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.core.files.images import ImageFile
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.images.models import Image
from wagtail.models import Page, Site

from peer.models import ArticleIndexPage, ArticlePage, Person, PracticeSettings, StandardPage

PIECES = re.compile(r"(<h[23][^>]*>.*?</h[23]>|<figure.*?</figure>)", re.DOTALL)
TAGS = re.compile(r"<[^>]+>")
BATCH = 500


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        with file.open() as lines:
            practice = json.loads(next(lines))
            if not ArticleIndexPage.objects.exists():
                make_site(practice)
            images = images_of(practice["images"])
            people = {person.name: person for person in Person.objects.all()}
            index = ArticleIndexPage.objects.get()
            known = set(ArticlePage.objects.values_list("slug", flat=True))
            while batch := list(islice(lines, BATCH)):
                with transaction.atomic():
                    for article in map(json.loads, batch):
                        if article["slug"] not in known:
                            add(index, article, images, people)
                self.stdout.write(f"Articles: {ArticlePage.objects.count()}")


def make_site(practice):
    facts = PracticeSettings.load()
    for name in ("name", "phone", "address", "crisis_help"):
        setattr(facts, name, practice[name])
    facts.save()
    root = Page.get_first_root_node()
    Site.objects.all().delete()
    for page in root.get_children():
        page.delete()
    home = Page.get_first_root_node().add_child(
        instance=StandardPage(title=practice["name"], slug="home")
    )
    Site.objects.create(hostname="127.0.0.1", port=8000, root_page=home, is_default_site=True)
    home.add_child(instance=ArticleIndexPage(title="Articles", slug="blog", show_in_menus=True))
    for title in practice["menu"]:
        home.add_child(instance=StandardPage(title=title, show_in_menus=True))
    Person.objects.bulk_create([Person(name=name) for name in practice["authors"]])


def images_of(files):
    found = {}
    for key, (path, title) in files.items():
        image = Image.objects.filter(title=title).first()
        if image is None:
            with open(path, "rb") as file:
                image = Image(title=title, file=ImageFile(file, name=Path(path).name))
                image.save()
        found[key] = image
    return found


def add(index, article, images, people):
    page = ArticlePage(
        title=article["title"],
        slug=article["slug"],
        date=datetime.fromisoformat(article["published"]),
        summary=article["summary"],
        opening=article["opening"],
        lead_image=images.get(article["picture"]),
        body=json.dumps(list(blocks_of(article["body"], images))),
    )
    index.add_child(instance=page)
    page.authors.set([people[name] for name in article["authors"]])
    page.tags.set(article["topics"])
    page.save(clean=False)


def blocks_of(html, images):
    for piece in PIECES.split(html):
        if piece.startswith("<h"):
            yield {"type": "heading", "value": TAGS.sub("", piece)}
        elif piece.startswith("<figure"):
            image = images[re.search(r'data-image="(\d+)"', piece)[1]]
            value = {"image": image.pk, "alt_text": image.title, "decorative": False}
            yield {"type": "picture", "value": value}
        elif piece.strip():
            yield {"type": "paragraph", "value": piece}
