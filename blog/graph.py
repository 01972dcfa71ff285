"""Articles as data: see ``pages.graph``."""

from django.conf import settings
from django.utils import timezone

from blog.models import Article, Byline
from blog.share_images import share_image_of
from pages import graph
from pages.graph import Node
from team.models import Therapist


def page_of(article: Article, address: str) -> Node:
    """That somebody reviewed it belongs to the page, and makes it one about health."""
    node: Node = {"mainEntity": graph.reference(address, "article")}
    if not article.reviewed_on:
        return node
    return node | {
        "@type": "MedicalWebPage",
        "lastReviewed": article.reviewed_on.isoformat(),
        "reviewedBy": {"@type": "Person", "name": article.shown_reviewer}
        | of_profile(article.reviewed_by),
    }


def posting(article: Article, address: str) -> Node:
    topics = [str(topic.plain_name) for topic in article.topics]
    return graph.reference(address, "article") | {
        "@type": "BlogPosting",
        "headline": article.title,
        "description": article.blurb,
        "url": settings.SITE_URL + address,
        **times(article),
        "author": [author(byline) for byline in article.bylines.all()],
        "publisher": graph.the_practice(),
        "image": share_image_of(article).url,
        "inLanguage": article.language,
        "wordCount": article.word_count,
        "articleSection": topics[:1],
        "keywords": topics,
        "isPartOf": series_of(article),
        "citation": [citation(row) for row in article.reference_rows],
    }


def times(article: Article) -> Node:
    if not article.publish_at:
        return {}
    named = {"datePublished": article.publish_at, "dateModified": article.changed_at}
    return {name: timezone.localtime(moment).isoformat() for name, moment in named.items()}


def author(byline: Byline) -> Node:
    """With the title held then, and who supervised: never one without the other."""
    node = {"@type": "Person", "name": byline.shown_name}
    if byline.therapist is None or not byline.therapist.is_out_of_search:
        node["jobTitle"] = str(byline).removeprefix(byline.shown_name).strip(" ,")
    return graph.without_empty(node) | of_profile(byline.therapist)


def of_profile(therapist: Therapist | None) -> Node:
    """Where somebody has a page of their own, it is the same person."""
    if therapist is None or not therapist.is_public or therapist.is_out_of_search:
        return {}
    address = therapist.get_absolute_url()
    return graph.reference(address, "person") | {"url": settings.SITE_URL + address}


def series_of(article: Article) -> Node:
    # Told where the page tells it: a series of one is none yet.
    position = article.position_in_series
    return {"@type": "CreativeWorkSeries", "name": position.series.title} if position else {}


def citation(row: dict[str, str]) -> Node:
    return graph.without_empty(
        {"@type": "CreativeWork", "name": row.get("text", ""), "url": row.get("url", "")}
    )
