"""The articles that were written for the demo, and one that is still being written."""

from collections.abc import Mapping
from datetime import datetime

from blog.models import Article, Byline, Series
from pictures.models import Image
from practice_site.demo.files import facts, texts, with_pictures
from practice_site.demo.rows import make
from team.models import Modality, Specialty, Therapist


def load_articles(pictures: Mapping[str, Image]) -> None:
    ids = {name: picture.pk for name, picture in pictures.items()}
    therapists = {therapist.slug: therapist for therapist in Therapist.objects.all()}
    all_series = {row["title"]: make(Series, **row) for row in facts("lists")["series"]}
    for text in texts("articles"):
        invitation = text.get("call_to_action", {})
        published = text.get("published")
        review, change, part = (text.get(key, {}) for key in ("review", "change", "series"))
        reviewer = therapists[review["by"]] if review else None
        article = make(
            Article,
            title=text["title"],
            slug=text["slug"],
            opening_lines=text["opening"],
            summary=text["summary"],
            body=with_pictures(text["body"], ids),
            lead_image=pictures[text["picture"]] if "picture" in text else None,
            posted_by=text["posted_by"],
            created_by_name=text["posted_by"] or text["started_by"],
            cta_heading=invitation.get("heading", ""),
            cta_text=invitation.get("text", ""),
            publish_at=published,
            reviewed_by=reviewer,
            reviewed_by_name=reviewer.name_with_credentials if reviewer else "",
            reviewed_on=review.get("on"),
            next_review_on=review.get("next"),
            changed_on=change.get("on"),
            changed_note=change.get("note", ""),
            reference_rows=text.get("references", []),
            series=all_series[part["title"]] if part else None,
            series_order=part.get("part"),
        )
        article.specialties.set(Specialty.objects.filter(slug__in=text["specialties"]))
        article.modalities.set(Modality.objects.filter(slug__in=text["modalities"]))
        for order, author in enumerate(text["bylines"]):
            therapist = therapists[author["therapist"]] if "therapist" in author else None
            make(
                Byline,
                article=article,
                therapist=therapist,
                name=author.get("name", ""),
                title=author.get("title", ""),
                supervised_by=author.get("supervised_by") or supervised_by(therapist, published),
                order=order,
            )
        if published:
            article.publish()


def supervised_by(therapist: Therapist | None, moment: datetime | None) -> str:
    """Who carried the responsibility on the day an article came out."""
    if therapist is None or moment is None:
        return ""
    return " & ".join(
        row.supervisor.name_with_credentials for row in therapist.supervisors_on(moment.date())
    )
