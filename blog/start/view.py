"""Start an article from one whole text, in two steps. Nothing is stored before the second."""

import json
from uuid import UUID, uuid4

from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache

from blog.authorship import Team
from blog.models import Article, Byline
from blog.start.forms import ProposalForm, WholeTextForm
from editing.addresses import free_slug
from staff.admin_routes import address
from staff.uploads import takes_files
from writing.blocks import blocks_to_html
from writing.pasting.left_out import sentences

MOST_ATTEMPTS = 5


@method_decorator(never_cache, name="dispatch")
class StartView(View):
    def dispatch(self, request, model_admin):
        self.model_admin = model_admin
        if not model_admin.has_add_permission(request):
            raise PermissionDenied
        return super().dispatch(request)

    def get(self, request):
        return self.render(request, "start_paste.html", form=WholeTextForm())

    def post(self, request):
        text_form = WholeTextForm(request.POST, request.FILES)
        if not text_form.is_valid() or "back" in request.POST:
            return self.render(request, "start_paste.html", form=text_form)
        blocks = text_form.cleaned_data["blocks"]
        uid = confirmed_uid(request)
        is_confirmed = "confirm" in request.POST
        form = ProposalForm(request.POST if is_confirmed else None, blocks=blocks)
        if is_confirmed and uid is None:
            messages.warning(
                request, _("This page was too old or somebody else’s. Confirm it again.")
            )
        elif is_confirmed and form.is_valid():
            left_out = text_form.cleaned_data["left_out"]
            article, is_new = draft_of(uid, form, request.user, left_out)
            if is_new:
                self.model_admin.log_addition(request, article, [{"added": {}}])
                message = _(
                    "The draft is here. Look it over, choose a picture, and publish when ready."
                )
            else:
                message = _("This draft was made already. Here it is, as it was saved last.")
            messages.success(request, message)
            return redirect(address(article, "change", article.pk))
        source = {name: text_form.cleaned_data[name] for name in ["text", "html"]}
        source["confirmation"] = confirmation(uid or uuid4(), request.user)
        source["file_left_out"] = json.dumps(text_form.cleaned_data["file_left_out"])
        return self.render(
            request,
            "start_confirm.html",
            form=form,
            source=source,
            left_out=sentences(text_form.cleaned_data["left_out"]),
            rows=source_rows(blocks, form),
        )

    def render(self, request, template, **context):
        context = {
            **self.model_admin.admin_site.each_context(request),
            "title": _("Start from a whole text"),
            "opts": Article._meta,
            **context,
        }
        return TemplateResponse(request, f"admin/blog/article/{template}", context)


start = takes_files("blog.add_article")(StartView.as_view())


def source_rows(blocks, form):
    """The blocks of the text as it came, and which part each is proposed to be."""
    headings = dict(form.candidates)
    for number, block in enumerate(blocks):
        part = form.proposal.parts.get(id(block), "")
        if not part and str(number) in headings:
            part = "heading"
        yield {"block": block, "part": part or block.kind}


def confirmation(uid, user):
    """Names the draft that a confirmation will make, so that the same one makes no second."""
    return signing.dumps([uid.hex, user.pk], salt="blog.start")


def confirmed_uid(request):
    """What the form brought back, or None where it is not this person's own."""
    try:
        uid, user = signing.loads(request.POST.get("confirmation", ""), salt="blog.start")
    except signing.BadSignature:
        return None
    return UUID(uid) if user == request.user.pk else None


def draft_of(uid, form, user, left_out):
    """``(article, whether it is new)``. Two confirmations at once meet in the database: the uid is
    unique there, and so is the web address, for which another one is tried."""
    for attempt in range(1, MOST_ATTEMPTS + 1):
        if made := Article.objects.filter(uid=uid).first():
            break
        try:
            return create_draft(uid, form, user, left_out), True
        except IntegrityError:
            if attempt == MOST_ATTEMPTS:
                raise
    return made, False


@transaction.atomic
def create_draft(uid, form, user, left_out):
    data = form.cleaned_data
    title = data["title"] or _("Untitled")
    article = Article(
        uid=uid,
        title=title,
        slug=free_slug(Article(), title),
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
    article.keep_beginner(user)
    rows = [
        {"therapist": None, "name": author.name[:120], "title": author.title[:120]}
        for author in data["authors"]
    ]
    for order, row in enumerate(Team(article).rows(rows)):
        Byline.objects.create(article=article, order=order, **row)
    return article
