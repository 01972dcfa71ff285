"""Where an inquiry stands, who answers, and what is next. All of it stands in clear, so that a locked
room can be worked with; none of it says anything about the person."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sealing.coarse import this_hour


class Progress(models.Model):
    class State(models.TextChoices):
        NEW = "new", _("New")
        TALKING = "talking", _("In contact")
        OFFERED = "offered", _("Clinician asked")
        WAITING = "waiting", _("On the waitlist")
        CLOSED = "closed", _("Closed")

    class Next(models.TextChoices):
        ANSWER = "answer", _("Answer them")
        TRY_AGAIN = "try-again", _("Try to reach them again")
        FIND = "find", _("Find somebody who can see them")
        HEAR_BACK = "hear-back", _("Wait for the clinician’s answer")
        AGREE = "agree", _("Ask them whether it suits them")
        ASK_AGAIN = "ask-again", _("Ask whether they are still looking")
        NOTHING = "", _("Nothing")

    class Outcome(models.TextChoices):
        CLIENT = "client", _("Became a client")
        REFERRED = "referred", _("Referred to others")
        UNREACHED = "unreached", _("Could not be reached")
        NO_WORD = "no-word", _("Did not answer whether they still look")
        WITHDREW = "withdrew", _("Asked us to stop")
        DUPLICATE = "twin", _("The same as another one")
        NOBODY = "nobody", _("Spam: not from a person")

    due_on = models.DateField(_("promised by"), null=True, blank=True)
    state = models.CharField(_("status"), max_length=10, choices=State.choices, default=State.NEW)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    next_action = models.CharField(
        _("next"), max_length=10, choices=Next.choices, default=Next.ANSWER, blank=True
    )
    next_on = models.DateField(_("on"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    # Nobody is reminded twice of the same promise.
    is_owner_reminded = models.BooleanField(default=False, editable=False)
    is_manager_told = models.BooleanField(default=False, editable=False)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    # Since when the practice's record system has what is needed of somebody who became a client.
    handed_over_on = models.DateField(_("handed over"), null=True, blank=True)
    closed_because = models.CharField(
        _("reason"), max_length=10, choices=Outcome.choices, blank=True
    )
    is_worrying = models.BooleanField(_("worried about"), default=False, editable=False)
    # They have added something that nobody here has worked with yet.
    is_word_waiting = models.BooleanField(_("wrote again"), default=False, editable=False)
    # Changed by them on their own page, in an entry, since somebody has last corrected how to reach them.
    is_way_changed = models.BooleanField(
        _("changed how to be reached"), default=False, editable=False
    )
    # The number or address leads to nobody, or to somebody else: the person is asked for another one.
    is_way_wrong = models.BooleanField(_("cannot be reached there"), default=False, editable=False)
    # Something is on their page that no mail has told them of: addresses wait for an unlock.
    is_news_untold = models.BooleanField(_("to be told"), default=False, editable=False)
    # Still to be told by us: the same, but they want no mail, so a person tells them the way they chose. That
    # it was done takes the mark away.
    is_told_by_us = models.BooleanField(_("to be told by us"), default=False, editable=False)
    is_held = models.BooleanField(_("legal hold"), default=False)
    # Put aside by somebody of the practice: until then a colleague can bring it back.
    erase_at = models.DateTimeField(_("will be erased"), null=True, editable=False)
    # On the list: how often they were asked whether they still look.
    asks = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    @property
    def state_label(self):
        """As ``get_state_display`` says it, which translates every state before it takes one."""
        return self.State(self.state).label

    @property
    def is_open(self):
        return self.state != self.State.CLOSED

    @property
    def is_to_be_handed_over(self):
        """Became a client, and the practice's record system does not have it yet."""
        return self.closed_because == self.Outcome.CLIENT and self.handed_over_on is None

    @property
    def is_waiting_for_us(self):
        return self.due_on is not None and self.answered_at is None and self.is_open

    @property
    def is_late(self):
        return self.is_waiting_for_us and timezone.localdate() > self.due_on

    def move(self, state, *, next_action, next_on=None):
        """To one of the open states, with what happens next."""
        if state == self.State.WAITING and self.state != state:
            self.asks = 0
        self.state = state
        self.next_action, self.next_on = next_action, next_on
        self.closed_because, self.closed_on, self.handed_over_on = "", None, None

    def close(self, because):
        self.state = self.State.CLOSED
        self.next_action, self.next_on = self.Next.NOTHING, None
        self.closed_because, self.closed_on = because, timezone.localdate()
        self.handed_over_on = None
        if because == self.Outcome.WITHDREW:
            # They asked us to stop: they hear no more from us, of what was to be told either.
            self.is_news_untold = self.is_told_by_us = False

    def mark_answered(self):
        """A person of the practice has answered; a machine's note does not count."""
        self.answered_at = self.answered_at or this_hour()

    def save_progress(self):
        """All of these columns, and nothing else of the row. Only for ``intake.transitions``, on a row that
        was read under its lock in this transaction: otherwise it would put back what somebody else has
        stored meanwhile."""
        if not transaction.get_connection(self._state.db).in_atomic_block:
            raise transaction.TransactionManagementError(
                "a row's progress is stored under its lock"
            )
        self.save(update_fields=self.progress_fields())

    @classmethod
    def progress_fields(cls):
        return [column.name for column in Progress._meta.local_fields]
