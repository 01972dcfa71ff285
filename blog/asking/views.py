"""Where somebody who was asked for a text brings it. No account, no session, no cookie; only a button changes
anything."""

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from blog.asking import looking, sending
from blog.asking.forms import CorrectionForm, ReadyForm
from blog.asking.standing import MAY_CORRECT, MAY_SEND, Standing, standing_of
from blog.models import AskedText
from blog.start.steps import TwoSteps
from blog.start.text_form import WholeTextForm
from editing.models import ReviewStep
from editing.previews import CannotBeShown
from editing.private_pages import kept_private
from staff import throttle
from staff.own_pages import comes_from_our_page
from staff.throttle import network_address
from staff.uploads import takes_files

HOUR = 60 * 60
# Guesses of one network; and texts that are looked at through one link, since reading a file is work.
MOST_WRONG, MOST_LOOKS = 20, 60

FROM_ELSEWHERE = _(
    "Your browser says that this was sent from another site’s page. Look it over, and send it again."
)
TOO_MANY = _("That was often within an hour. Nothing is lost: wait a little, and press again.")
TOO_OLD = _("This page had been open for long. Look it over once more, and press again.")
NOT_TAKEN = _(
    "The editors have begun to work with your text. Tell them below what is to be corrected."
)


def asked_by(token):
    rows = AskedText.objects.select_related("therapist__user", "article", "created_by")
    return rows.by_token(token)


def may_send_files(request):
    asked = asked_by(request.resolver_match.kwargs["token"])
    return asked is not None and MAY_SEND[standing_of(asked)]


@method_decorator([csrf_exempt, sensitive_post_parameters()], name="dispatch")
class AskedTextView(TwoSteps):
    """``/t/<token>/``: a text in two steps, then thanks and what was sent."""

    http_method_names = ["get", "head", "post"]
    rows_form = ReadyForm
    unsent_form = WholeTextForm
    notice, status = "", 200

    def dispatch(self, request, token):
        self.asked = asked_by(token)
        self.standing = Standing.OVER if self.asked is None else standing_of(self.asked)
        if self.standing is Standing.OVER:
            return kept_private(self.closed(request))
        return kept_private(super().dispatch(request))

    def closed(self, request):
        status = 404
        if self.asked is None and not throttle.hit(
            "asked text", network_address(request), MOST_WRONG, HOUR
        ):
            status = 429
        return TemplateResponse(request, "editing/link_closed.html", status=status)

    # What the two steps ask.

    @property
    def owner(self):
        return self.asked.uid.hex

    def may_bring_pictures(self):
        """As far as whoever made the link may, who answers for it."""
        maker = self.asked.created_by
        return maker is not None and maker.is_active and maker.has_perm("pictures.add_image")

    def refuse_confirmation(self):
        self.notice = TOO_OLD

    def first(self, form, *, confirmation=""):
        return self.show("blog/asking/text.html", form=form, confirmation=confirmation)

    def second(self, data, form, context):
        context |= self.context() | {"preview": {"is_sent": False}}
        try:
            return looking.show(
                self.asked,
                self.request,
                form.proposal,
                data["left_out"],
                "blog/asking/look.html",
                context,
            )
        except CannotBeShown as fault:
            # The text itself is what cannot be shown: back to where it can be changed.
            self.notice, self.status = " ".join(fault.sentences), 400
            form = WholeTextForm(initial=data | {"document": None})
            return self.first(form, confirmation=context["source"]["confirmation"])

    def keep(self, uid, form, left_out):
        try:
            sending.send(self.asked, uid, form.proposal, form.pictures, left_out, form.note)
        except sending.NotTaken:
            return self.sent(CorrectionForm(), NOT_TAKEN, 409)
        return self.see_again("sent")

    # What comes before and after them.

    def get(self, request):
        if MAY_SEND[self.standing] and ("again" in request.GET or not self.asked.is_sent):
            return super().get(request)
        return self.sent(CorrectionForm())

    def post(self, request):
        if not comes_from_our_page(request):
            return self.not_yet(FROM_ELSEWHERE, 403)
        if "correct" in request.POST:
            return self.correct(CorrectionForm(request.POST))
        if not MAY_SEND[self.standing]:
            return self.sent(CorrectionForm(), NOT_TAKEN, 409)
        if not throttle.hit("asked text looked at", self.owner, MOST_LOOKS, HOUR):
            return self.not_yet(TOO_MANY, 429)
        return super().post(request)

    def not_yet(self, notice, status):
        """What was typed stays, with a sentence that says why it was not taken."""
        self.notice, self.status = notice, status
        if "correct" in self.request.POST:
            form = CorrectionForm(initial={"note": self.request.POST.get("note", "")})
            return self.sent(form, notice, status)
        form = WholeTextForm(initial=self.request.POST.dict())
        return self.first(form, confirmation=self.request.POST.get("confirmation", ""))

    def correct(self, form):
        if not form.is_valid():
            return self.sent(form)
        try:
            sending.correct(self.asked, form.cleaned_data["note"])
        except sending.NotTaken:
            return self.sent(form, NOT_TAKEN, 409)
        return self.see_again("noted")

    def see_again(self, what):
        return HttpResponseRedirect(f"{self.request.path}?{what}")

    def sent(self, form, notice="", status=200):
        """Thanks, and the text as it came."""
        self.notice, self.status = notice, status
        asked = self.asked
        asked.refresh_from_db()
        article, version = asked.article, None
        if article is not None and not article.is_in_trash:
            version = article.versions().filter(number=asked.sent_version).first()
        context = self.context() | {
            "form": form,
            "preview": {"is_sent": True},
            "may_send": MAY_SEND[standing_of(asked)],
            "may_correct": MAY_CORRECT[standing_of(asked)] and version is not None,
            "answer": version and ReviewStep.objects.of(article).first(),
            "is_noted": "noted" in self.request.GET,
            "article_is_out": version is not None and article.is_published,
        }
        if version is not None:
            try:
                response = looking.draw(
                    self.request, article, version, "blog/asking/sent.html", context
                )
                response.status_code = status
                return response
            except CannotBeShown:
                pass
        return TemplateResponse(self.request, "blog/asking/sent_alone.html", context, status=status)

    def context(self):
        return {"asked": self.asked, "notice": self.notice}

    def show(self, template, **context):
        context = {**self.context(), **context}
        return TemplateResponse(self.request, template, context, status=self.status)


asked_text = takes_files(may_send_files)(AskedTextView.as_view())
