import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from blog.models.article import Article
from editing.models import PrivateLink, PrivateLinkQuerySet, ReviewStep
from staff.copied import MailAddress
from team.models import Therapist

# Of a link that opens nothing any more: so long somebody can still renew it.
KEPT_AFTERWARDS = timedelta(days=30)


class AskedTextQuerySet(PrivateLinkQuerySet):
    def waiting_for_editors(self):
        """Texts that came and that nobody has saved since or sent back, and those of which somebody wrote that
        there is something to correct. The first half is the twin of ``AskedText.is_taken_up``."""
        is_new = Q(article__state="draft", article__latest_version=F("sent_version"))
        has_note = Q(noted_version__gt=0, article__latest_version=F("noted_version"))
        returned = Article.objects.filter(
            ReviewStep.objects.was_last_said("returned", Article), pk=OuterRef("article")
        )
        waiting = self.filter(is_new | has_note, article__trashed_at=None, sent_at__isnull=False)
        return waiting.exclude(Exists(returned.order_by()))

    def over(self, at=None):
        """Links that have opened nothing for so long that nobody renews them."""
        before = (at or timezone.now()) - KEPT_AFTERWARDS
        return self.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before))


class AskedText(PrivateLink):
    """Somebody is asked for a text: a private address where they bring it, without an account.

    Nothing is stored of a text before they say that it is ready. Then it is a draft like any other, begun
    by them.
    """

    lifetime = timedelta(days=30)

    therapist = models.ForeignKey(
        Therapist,
        verbose_name=_("somebody of the team"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    # Who is asked, as they are greeted.
    name = models.CharField(_("or a name"), max_length=120, blank=True)
    email = MailAddress(_("email"), blank=True)
    # Of the draft that their text becomes, so that one link makes one.
    draft_uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    sent_at = models.DateTimeField(null=True, editable=False)
    # Which press of the button it was: the same one again sends nothing.
    sending_uid = models.UUIDField(null=True, editable=False)
    # Numbers of the versions that they sent last, and that they had something to say of.
    sent_version = models.PositiveIntegerField(default=0, editable=False)
    noted_version = models.PositiveIntegerField(default=0, editable=False)

    objects = AskedTextQuerySet.as_manager()

    def __str__(self):
        return self.name

    def secret(self):
        return salted_hmac("blog.asked_text", self.uid.hex, algorithm="sha256").digest()

    @property
    def url(self):
        return settings.SITE_URL + reverse("asking:text", args=[self.token])

    @property
    def is_sent(self):
        return self.sent_at is not None

    @property
    def is_taken_up(self):
        """Whether somebody at the desk has gone on with the text since it came, or put it away."""
        if not self.is_sent:
            return False
        article = self.article
        return (
            article is None
            or article.is_in_trash
            or article.state != article.State.DRAFT
            or article.latest_version > self.sent_version
        )

    def renew(self):
        """For another while. One that had closed gets another address: whoever has the old one opens
        nothing with it."""
        if not self.is_open:
            self.uid = uuid.uuid4()
        self.revoked_at, self.expires_at = None, timezone.now() + self.lifetime
        self.save()


def forget_over() -> int:
    """Whom somebody asked, once the link has long been closed. A text that came stays, with its own history."""
    return AskedText.objects.over().delete()[0]
