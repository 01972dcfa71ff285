"""An article at the desk: its form, and saving it."""

from django.urls import reverse

from blog.models import Article
from editing.rows import rows_data

ADD = "/admin/blog/article/add/"


def form_data(bylines=(), **fields):
    return {
        "title": "The drawer",
        "slug": "the-drawer",
        "opening_lines": "",
        "body": "<p>String.</p>",
        "summary": "",
        "posted_by": "",
        "cta_heading": "",
        "cta_text": "",
        "cta_team_label": "",
        "cta_start_label": "",
        **rows_data("bylines", list(bylines)),
        **fields,
    }


def change(article):
    return reverse("admin:blog_article_change", args=[article.pk])


def page_of(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def saved(editor, *, article=None, rows=(), **fields):
    data = form_data([{"name": "Rosa Quill"}], **rows_data("references", list(rows)), **fields)
    if article:
        data["slug"] = article.slug
        data["base_version"] = Article.objects.get(pk=article.pk).latest_version
    return editor.post(change(article) if article else ADD, data)
