"""From a whole text to a draft in two steps, wherever the pages stand. Nothing is stored before the second."""

import json
from uuid import UUID, uuid4

from django.core import signing
from django.views import View

from blog.start.forms import RowsForm
from blog.start.pictures import leave_out, leave_out_missing
from blog.start.text_form import MARKDOWN, WholeTextForm
from blog.start.waiting_pictures import WaitingPictures
from writing.pasting.left_out import as_stored, said

CARRIED = ("text", "html", "touched", "shown", "file_name", "reading")


class TwoSteps(View):
    """A view of its own says who may (``dispatch``), how both pages look (``first``, ``second``), and what
    becomes of a confirmed text (``keep``)."""

    rows_form = RowsForm

    # Whose confirmations it takes: something that JSON can say.
    @property
    def owner(self):
        raise NotImplementedError

    def may_bring_pictures(self):
        raise NotImplementedError

    def first(self, form, *, confirmation=""):
        raise NotImplementedError

    def second(self, data, form, context):
        raise NotImplementedError

    def keep(self, uid, form, left_out):
        """The text was confirmed, and ``uid`` is the name of that."""
        raise NotImplementedError

    def refuse_confirmation(self):
        """It was not this person's own: the second page is shown again, with a word on that."""

    def get(self, request):
        return self.first(WholeTextForm())

    def post(self, request):
        text_form = WholeTextForm(request.POST, request.FILES)
        if not text_form.is_valid():
            return self.first(text_form)
        if "back" in request.POST:
            form = WholeTextForm(initial=text_form.to_show_again())
            return self.first(form, confirmation=request.POST.get("confirmation", ""))
        return self.look(text_form.cleaned_data)

    def look(self, data):
        post, known = self.request.POST, self.confirmed_uid()
        uid = known or uuid4()
        blocks, waiting = data["blocks"], self.waiting(uid, data["pictures"])
        leave_out_missing(blocks, waiting, data["left_out"])
        is_confirmed = "confirm" in post
        is_answered = is_confirmed or "again" in post
        form = self.rows_form(post if is_answered else None, blocks=blocks)
        if is_confirmed and known is None:
            self.refuse_confirmation()
        if is_answered and form.is_valid() and is_confirmed and known:
            leave_out(blocks, form.left_out_pictures(), data["left_out"])
            return self.keep(uid, form, data["left_out"])
        source = {name: data[name] for name in CARRIED}
        source["confirmation"] = self.confirmation(uid)
        source["file_left_out"] = json.dumps(data["file_left_out"])
        context = {
            "form": form,
            "source": source,
            "left_out": said(as_stored(data["left_out"])),
            "rows": form.shown_rows(),
            "proposal": form.proposal,
            "is_markdown": data["reading"] == MARKDOWN,
        }
        return self.second(data, form, context)

    def waiting(self, uid, pictures):
        """Where the pictures of the file are kept meanwhile; None for whoever may add none."""
        if not self.may_bring_pictures():
            return None
        waiting = WaitingPictures(uid)
        if pictures:
            waiting.put(pictures)
        return waiting

    def confirmation(self, uid):
        """Names what a confirmation will make, so that the same one makes no second."""
        return signing.dumps([uid.hex, self.owner], salt="blog.start")

    def confirmed_uid(self):
        """What the form brought back, or None where it is not this person's own."""
        try:
            uid, owner = signing.loads(self.request.POST.get("confirmation", ""), salt="blog.start")
        except signing.BadSignature:
            return None
        return UUID(uid) if owner == self.owner else None
