"""Start an article from one whole text, in two steps. Nothing is stored before the second."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from blog.forms import ArticleForm
from blog.models import Article, Byline
from blog.start_forms import ProposalForm, WholeTextForm
from pages.blocks import blocks_to_html
from pages.left_out import sentences
from team.models import Therapist


@method_decorator(never_cache, name="dispatch")
class StartView(View):
    """Served by ``ArticleAdmin``, which hands itself in as ``model_admin``."""

    model_admin = None

    def dispatch(self, request, *args, **kwargs):
        if not self.model_admin.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self.render(request, "start_paste.html", form=WholeTextForm())

    def post(self, request):
        text_form = WholeTextForm(request.POST, request.FILES)
        if not text_form.is_valid() or "back" in request.POST:
            return self.render(request, "start_paste.html", form=text_form)
        blocks = text_form.cleaned_data["blocks"]
        is_confirmed = "confirm" in request.POST
        form = ProposalForm(request.POST if is_confirmed else None, blocks=blocks)
        if is_confirmed and form.is_valid():
            article = create_draft(form, request.user, text_form.cleaned_data["left_out"])
            self.model_admin.log_addition(request, article, [{"added": {}}])
            messages.success(
                request,
                _("The draft is here. Look it over, choose a picture, and publish when ready."),
            )
            return redirect("admin:blog_article_change", article.pk)
        source = {name: text_form.cleaned_data[name] for name in ["text", "html"]}
        source["file_left_out"] = json.dumps(text_form.cleaned_data["file_left_out"])
        return self.render(
            request,
            "start_confirm.html",
            form=form,
            source=source,
            left_out=sentences(text_form.cleaned_data["left_out"]),
            rows=[source_row(number, block, form) for number, block in enumerate(blocks)],
        )

    def render(self, request, template, **context):
        context = {
            **self.model_admin.admin_site.each_context(request),
            "title": _("Start from a whole text"),
            "opts": Article._meta,
            **context,
        }
        return TemplateResponse(request, f"admin/blog/article/{template}", context)


def source_row(number, block, form):
    """One block of the text as it came, and which part it is proposed to be."""
    part = form.proposal.parts.get(id(block), "")
    if not part and str(number) in dict(form.candidates):
        part = "heading"
    return {"block": block, "part": part or block.kind}


@transaction.atomic
def create_draft(form, user, left_out):
    data = form.cleaned_data
    title = data["title"] or _("Untitled")
    article = Article(
        title=title,
        slug=ArticleForm().free_address(title),
        opening_lines=data["opening_lines"],
        body=blocks_to_html(form.body_blocks()),
        cta_heading=data["cta_heading"],
        cta_text=data["cta_text"],
        posted_by=data["posted_by"],
        left_out=dict(+left_out),
        created_by=user,
        created_by_name=user.get_full_name(),
    )
    article.save()
    for order, author in enumerate(data["authors"]):
        therapist = Therapist.objects.filter(name__iexact=author.name).order_by("pk").first()
        Byline.objects.create(
            article=article,
            order=order,
            therapist=therapist,
            name="" if therapist else author.name[:120],
            title=author.title[:120],
        )
    return article
