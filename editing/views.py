"""What somebody with a private link sees and answers. No account, no session, no cookie."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from editing import contents, previews, versioning
from editing.models import How, PreviewLink, ReviewStep
from editing.private_pages import kept_private
from staff.own_pages import comes_from_our_page
from writing.line_ends import Textarea

SALT = "editing.answer"


class AnswerForm(forms.Form):
    """``shown`` says which text was on the page: an answer holds for that one only."""

    kind = forms.ChoiceField(choices=[(k, k) for k in ("approved", "suggested", "returned")])
    note = forms.CharField(
        label=_("What should change"),
        required=False,
        max_length=4000,
        widget=Textarea(attrs={"rows": 5}),
    )
    shown = forms.CharField(required=False)

    def __init__(self, *args, link=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.link = link

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") in ("suggested", "returned") and not cleaned.get("note"):
            self.add_error("note", _("Say in a few words what should change."))
        if read_mark(cleaned.get("shown", "")) != self.link.version_id:
            message = _(
                "This page had been open for long. Please look at the text again and answer."
            )
            raise forms.ValidationError(message)
        return cleaned


def mark(link):
    return signing.dumps([link.pk, link.version_id], salt=SALT)


def read_mark(text):
    try:
        return signing.loads(text, salt=SALT, max_age=36 * 60 * 60)[1]
    except (signing.BadSignature, ValueError, IndexError):
        return None


@method_decorator(csrf_exempt, name="dispatch")
class PreviewView(View):
    """``/p/<token>/``: opening it changes nothing but the count; an answer is one button more."""

    http_method_names = ["get", "head", "post"]
    unsent_form = AnswerForm

    def dispatch(self, request, *args, token, **kwargs):
        self.link = PreviewLink.objects.by_token(token)
        row = self.link and self.link.version.content
        is_gone = row is None or getattr(row, "is_in_trash", False)
        if is_gone or not self.link.is_open:
            response = TemplateResponse(request, "editing/link_closed.html", status=404)
        else:
            self.content = contents.of(row)
            response = super().dispatch(request, row, **kwargs)
        return kept_private(response)

    def get(self, request, row):
        if request.method == "GET":
            self.link.count_use()
        return self.show(request, row, AnswerForm(link=self.link))

    def post(self, request, row):
        form = AnswerForm(request.POST, link=self.link)
        if not self.link.may_answer or not comes_from_our_page(request):
            return self.show(request, row, AnswerForm(link=self.link))
        if self.link.replaced_id:
            # It is on the site already: there is nothing to say yes to.
            if "take_back" not in request.POST:
                return self.show(request, row, AnswerForm(link=self.link))
            self.take_back(row)
        elif not form.is_valid():
            return self.show(request, row, form)
        else:
            self.record(form.cleaned_data["kind"], form.cleaned_data["note"])
        return HttpResponseRedirect(f"{request.path}?answered")

    def record(self, kind, note=""):
        link = self.link
        row = link.version.content
        is_no = kind in (ReviewStep.Kind.RETURNED, ReviewStep.Kind.SUGGESTED)
        if is_no and link.is_binding and link.version.number == row.latest_version:
            self.content.hold_back(row)
        ReviewStep.objects.create(
            version=link.version,
            link=link,
            kind=kind,
            capacity=link.capacity,
            note=note,
            person=link.reader,
            person_key=link.reader_key,
            how=self.how(),
            how_by=link.created_by_name,
            user=self.request.user if self.how() == How.SIGNED_IN else None,
        )

    def how(self):
        """Whoever is signed in as the person asked has answered themself, whatever the link was."""
        user, key = self.request.user, self.link.reader_key
        is_theirs = user.is_authenticated and key and self.content.key_of(user) == key
        return How.SIGNED_IN if is_theirs else How(self.link.sent)

    @transaction.atomic
    def take_back(self, row):
        """The earlier text back on the site. Where the words have changed again since, the desk is
        told instead."""
        row = type(row)._base_manager.select_for_update().get(pk=row.pk)
        current = row.versions().get(number=row.current_version)
        if current.substance == self.link.version.substance:
            try:
                with transaction.atomic():
                    versioning.apply(row, self.link.replaced, self.content.version_form)
            except ValidationError as error:
                # Something it needs is gone; the desk is told, and why.
                message = _("The earlier text could not be put back: %(why)s")
                self.record(ReviewStep.Kind.RETURNED, message % {"why": " ".join(error.messages)})
            else:
                self.record(ReviewStep.Kind.TAKEN_BACK)
        else:
            message = _("This change was to be taken back, but the text has changed again since.")
            self.record(ReviewStep.Kind.RETURNED, str(message))

    def show(self, request, row, form):
        context = {
            "preview": self.link,
            "preview_form": form,
            "preview_mark": mark(self.link),
            "preview_answer": self.link.steps.first(),
            "preview_changes": self.changes(row),
            "preview_is_newest": self.link.version.number == row.latest_version,
            "preview_today": timezone.localdate(),
        }
        try:
            return previews.show_version(self.content, request, row, self.link.version, context)
        except previews.CannotBeShown:
            return TemplateResponse(request, "editing/cannot_be_shown.html", context)

    def changes(self, row):
        if not self.link.replaced:
            return []
        return self.content.changes_between(self.link.replaced.data, self.link.version.data)
