"""What the editor asks of the server while somebody writes."""

from collections import Counter
from dataclasses import asdict

from django.contrib import admin
from django.http import JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from pictures.admin import library
from staff.admin_routes import Route, address, urls_of
from writing import link_choices
from writing.fields import RichTextField
from writing.forms import RichTextWidget
from writing.pasting.left_out import as_stored, sentences
from writing.pasting.markdown import is_markdown
from writing.pasting.pasted import (
    blocks_from_html,
    blocks_from_markdown,
    blocks_from_text,
    blocks_to_html,
    heading_candidates,
    is_without_structure,
)
from writing.reading.places import Places
from writing.sanitizer import sanitize

# Word wraps a page of text into many times its length.
MOST_PASTED = 2_000_000


@library.for_writers
@require_POST
def paste(request, model_admin):
    """Clean HTML for what was pasted, with what one may want to know or decide about it."""
    html, text = request.POST.get("html", ""), request.POST.get("text", "")
    if len(html) > MOST_PASTED or len(text) > MOST_PASTED:
        return JsonResponse({"error": _("That is too much to paste at once.")}, status=413)
    left_out = Places()
    blocks = blocks_from_html(html, left_out) if html.strip() else blocks_from_text(text, left_out)
    is_empty = not any(block.text or block.kind in ("picture", "divider") for block in blocks)
    # The plain text of the clipboard holds comments and deletions as well.
    if is_empty and left_out.keys() <= {"picture"}:
        blocks += blocks_from_text(text, left_out)
    if notes := max((block.note for block in blocks), default=0):
        left_out["note"] += notes
    headings = heading_candidates(blocks)
    return JsonResponse(
        {
            "html": sanitize(blocks_to_html(blocks)),
            "headings": headings,
            "question": heading_question(len(headings)),
            "note": " ".join(sentences(left_out)),
            # Where they stood: what keeps that until somebody has seen to it may be around the editor.
            "pictures": as_stored(left_out).get("picture"),
            "markdown": as_markdown(text) if is_without_structure(blocks) else None,
        }
    )


def as_markdown(text):
    """The same by the signs of Markdown, to be offered; None where it has none."""
    if not is_markdown(text):
        return None
    left_out = Counter()
    blocks = blocks_from_markdown(text, left_out)
    return {
        "html": sanitize(blocks_to_html(blocks)),
        "question": _("This is Markdown. Take its headings, links and lists?"),
        "answers": [_("Take them"), _("Leave the signs as they are")],
        "note": " ".join(sentences(left_out)),
    }


@library.for_writers
@require_safe
def links(request, model_admin):
    """What a link may lead to, by a few letters of its name."""
    found = link_choices.find(request.GET.get("q", ""))
    return JsonResponse({"choices": [asdict(choice) for choice in found]})


LINKS = Route("editor/links/", links, "editor_links")
PASTE = Route("editor/paste/", paste, "editor_paste")


def heading_question(count):
    if not count:
        return ""
    return ngettext(
        "One line looks like a heading. Make it a heading?",
        "{count} lines look like headings. Make them headings?",
        count,
    ).format(count=count)


class EditorAdmin(admin.ModelAdmin):
    """For every model with pictures or rich text: the editor, its pasting, and its pictures.

    Whoever may write here may paste.
    """

    routes: list[Route] = [*library.ROUTES, LINKS, PASTE]

    def get_urls(self):
        return [*urls_of(self), *super().get_urls()]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if library.is_relation_to_picture(db_field):
            return library.chooser(self.model, db_field, request, **kwargs)
        if isinstance(db_field, RichTextField):
            kwargs.setdefault("widget", RichTextWidget(addresses=self.editor_addresses()))
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        library.keep_to_own_pictures(form, obj, request)
        return form

    def editor_addresses(self):
        paste = address(self.model, "editor_paste")
        links = address(self.model, "editor_links")
        return {"paste": paste, "links": links, **library.library_addresses(self.model)}
