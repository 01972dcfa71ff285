"""The yes a text needs before it goes out: asked for when somebody publishes."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from editing import approvals, letters, snapshots
from editing.models import BINDING, Capacity, How, PreviewLink, ReviewStep


class ApprovalMixin:
    """``requirements(obj, form)`` of the content says whose yes a text needs. A change in one of
    ``beyond_wording`` is never one of wording only."""

    beyond_wording = ()

    def requirements(self, obj, form):
        return []

    def questions(self, obj, form, user=None):
        """What somebody has to answer before this text may go out: objects with a ``sentence``."""
        return []

    def may_need_yes(self, obj):
        """Whether a change of this text could need somebody's yes."""
        return False

    def key_of(self, user):
        """Who this person is among those who can be asked, or an empty text."""
        return ""

    def email_of(self, key):
        """Where to write to one of them, or an empty text."""
        # Only what an editor has entered: other links are made by whoever writes the text.
        links = PreviewLink.objects.filter(reader_key=key, capacity__in=BINDING).exclude(email="")
        return links.values_list("email", flat=True).first() or ""

    def account_of(self, key):
        """The address of this person's account, and whether it is settled that it is theirs."""
        return "", False

    def how_it_goes(self, key, email):
        """How a link to this address comes to the person it is for."""
        address, is_settled = self.account_of(key)
        if not email:
            return How.COPIED
        if not address or email.casefold() != address.casefold():
            return How.TYPED
        return How.ACCOUNT if is_settled else How.UNSETTLED

    def needed(self, obj, form):
        """What the text in this form needs. Words that are on the site already need nothing."""
        data = self.data_of_form(form, obj or self.model())
        form.substance = self.substance(data)
        return [] if self.is_on_site(obj, form) else self.requirements(obj, form)

    def is_on_site(self, obj, form):
        """Whether visitors read the words of this form already."""
        is_out = obj is not None and obj.pk and self.is_out(obj)
        return bool(is_out) and form.substance == self.current_substance(obj)

    def current_substance(self, obj):
        version = obj.versions().filter(number=obj.current_version).first()
        if version:
            return version.substance
        return self.substance(self.data_of_row(self.model._base_manager.get(pk=obj.pk)))

    def gate(self, request, obj, form):
        """Raise ``ValidationError`` while a yes is missing. Notes on the form whose yes is given by
        pressing the button, and who is to be told of a change of wording."""
        form.own_yes, form.to_tell = [], []
        needed = self.needed(obj, form)
        if not self.is_on_site(obj, form):
            self.refuse_unanswered(obj, form, request.user)
        given = approvals.approvals_of(obj, form.substance) if obj and needed else []
        key = self.key_of(request.user)
        for need in approvals.unmet(needed, given):
            if key in need.people or self.is_alone(need):
                form.own_yes.append((need, key or next(iter(need.people), "")))
            elif self.is_wording_only(request, obj, form):
                form.to_tell.append(self.somebody_to_tell(need))
            else:
                raise ValidationError(self.words_on_missing(obj, form, need), code="needs_yes")

    def words_on_missing(self, obj, form, need):
        said = approvals.yes_steps(obj, form.substance) if obj and obj.pk else []
        for step in said:
            if approvals.answers(step, need):
                words = _(
                    "%(why)s %(name)s said yes %(how)s. Somebody else who may publish has to stand "
                    "for that: under “Show and ask”. Or mail the link to the address of the account."
                )
                return words % {"why": need.why, "name": step.person, "how": step.how_words}
        names = get_text_list(need.names, _("or")) or _("a responsible clinician")
        words = _("%(why)s Ask %(names)s for a yes to this text first: under “Show and ask”.")
        return words % {"why": need.why, "names": names}

    def gate_when_due(self, obj, form):
        """The gate again, when the time has come that somebody set: a person or an answer may have
        changed meanwhile, and nobody is here to press a button."""
        needed = [need for need in self.needed(obj, form) if not self.is_alone(need)]
        if not self.is_on_site(obj, form):
            self.refuse_unanswered(obj, form)
        for need in approvals.unmet(needed, approvals.approvals_of(obj, form.substance)):
            raise ValidationError(self.words_on_missing(obj, form, need), code="needs_yes")

    def still_missing(self, obj, form, user):
        """Sentences on what has to happen before somebody can publish this text."""
        needed = self.needed(obj, form)
        yield from (question.sentence for question in self.questions(obj, form, user))
        for need in approvals.unmet(needed, approvals.approvals_of(obj, form.substance)):
            yield self.words_on_missing(obj, form, need)

    def refuse_unanswered(self, obj, form, user=None):
        asked = [question.sentence for question in self.questions(obj, form, user)]
        if asked:
            how = (
                _("Answer at the top of this page, then publish.")
                if obj and obj.pk
                else _("Save it as a draft, and answer there.")
            )
            raise ValidationError([*asked, how], code="needs_answer")

    @staticmethod
    def is_alone(need):
        """In a practice of one person nobody waits for anybody. A supervisor is somebody else, and
        needs no account."""
        is_own = need.capacity == Capacity.CLINICIAN and len(need.people) <= 1
        return is_own and get_user_model().objects.filter(is_active=True).count() == 1

    def is_wording_only(self, request, obj, form):
        # Before the first publication there is no wording that somebody has said yes to; and whoever
        # sees the change has to see it when it is on the site, not before.
        was_out = obj is not None and self.is_out(obj) and obj.was_public
        if not was_out or form.is_for_later or "wording_only" not in request.POST:
            return False
        stored = self.data_of_row(self.model._base_manager.get(pk=obj.pk))
        typed = self.data_of_form(form, obj)
        names = self.beyond_wording
        whole = self.version_form()
        return snapshots.digest(whole, stored, names) == snapshots.digest(whole, typed, names)

    def somebody_to_tell(self, need):
        for key, name in need.people.items():
            email = self.email_of(key)
            if email:
                return need, key, name, email
        words = _("There is no e-mail address for %(names)s. Ask for a yes to this text instead.")
        raise ValidationError(words % {"names": get_text_list(need.names, _("or"))}, code="no_mail")

    def keep_own_yes(self, request, form, version):
        for need, key in getattr(form, "own_yes", []):
            kind = ReviewStep.Kind.APPROVED
            self.add_step(request, version, kind, capacity=need.capacity, key=key)

    def after_gate(self, request, form, replaced):
        """Write down the yes that the button was, and tell those who are to see a change of wording."""
        self.keep_own_yes(request, form, form.version)
        for need, key, name, email in getattr(form, "to_tell", []):
            self.add_step(request, form.version, ReviewStep.Kind.WORDING)
            link = PreviewLink(
                version=form.version, replaced=replaced, reader=name, reader_key=key, email=email,
                capacity=need.capacity, sent=self.how_it_goes(key, email), created_by=request.user,
                created_by_name=request.user.get_full_name(),
            )  # fmt: skip
            link.save()
            letters.send_wording_change(link)
