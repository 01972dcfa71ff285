"""A blog as Wagtail's own documentation builds one."""

from django.core.paginator import Paginator
from django.db import models
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail import blocks
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

PER_PAGE = 12


@register_setting
class PracticeSettings(BaseGenericSetting):
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40)
    address = models.TextField()
    crisis_help = models.TextField()


@register_snippet
class Person(models.Model):
    name = models.CharField(max_length=120)

    def __str__(self):
        return self.name


class StandardPage(Page):
    """What the menu leads to, and the home page."""

    template = "peer/standard_page.html"

    def get_context(self, request, *args, **kwargs):
        newest = ArticlePage.objects.live().public().order_by("-date", "-pk")
        return super().get_context(request, *args, **kwargs) | {"articles": for_cards(newest)[:3]}


class ArticleIndexPage(Page):
    subpage_types = ["peer.PostPage"]

    def get_context(self, request, *args, **kwargs):
        articles = ArticlePage.objects.child_of(self).live().public().order_by("-date", "-pk")
        page = Paginator(for_cards(articles), PER_PAGE).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"articles": page}


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("ArticlePage", related_name="tagged_items")


class ArticlePage(Page):
    date = models.DateTimeField(db_index=True)
    summary = models.TextField(blank=True)
    opening = models.TextField(blank=True)
    lead_image = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    authors = ParentalManyToManyField(Person)
    tags = ClusterTaggableManager(through=ArticleTag)
    body = StreamField(
        [
            ("heading", blocks.CharBlock(form_classname="title")),
            ("paragraph", blocks.RichTextBlock()),
            ("picture", ImageBlock()),
        ]
    )

    def get_context(self, request, *args, **kwargs):
        tags = list(self.tags.all())
        related = ArticlePage.objects.live().filter(tags__in=tags).exclude(pk=self.pk)
        related = for_cards(related.distinct().order_by("-date", "-pk"))[:3]
        return super().get_context(request, *args, **kwargs) | {"tags": tags, "related": related}


def for_cards(articles):
    return articles.prefetch_related("authors")


class PostPage(Page):
    """An ordinary article, to be written at Wagtail's desk: see docs/desk.md. Others are written by programs only."""

    introduction = models.TextField(blank=True)
    picture = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    author = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT)
    body = RichTextField()

    content_panels = [*Page.content_panels, "introduction", "picture", "author", "body"]
    parent_page_types = ["peer.ArticleIndexPage"]
    subpage_types = []
