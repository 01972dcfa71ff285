"""The yes a text needs before it goes out: asked for when somebody publishes."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from editing import approvals, letters, snapshots
from editing.models import Capacity, PreviewLink, ReviewStep


class ApprovalMixin:
    """``requirements(obj, form)`` of the content says whose yes a text needs. A change in one of
    ``beyond_wording`` is never one of wording only."""

    beyond_wording = ()

    def requirements(self, obj, form):
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
        binding = [Capacity.SUPERVISOR, Capacity.CLINICIAN]
        links = PreviewLink.objects.filter(reader_key=key, capacity__in=binding).exclude(email="")
        return links.values_list("email", flat=True).first() or ""

    def needed(self, obj, form):
        """What the text in this form needs. Words that are on the site already need nothing."""
        data = self.data_of_form(form, obj or self.model())
        form.substance = self.substance(data)
        if obj and obj.pk and self.is_out(obj) and form.substance == self.current_substance(obj):
            return []
        return self.requirements(obj, form)

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
        given = approvals.approvals_of(obj, form.substance) if obj and needed else []
        key = self.key_of(request.user)
        for need in approvals.unmet(needed, given):
            if key in need.people or self.is_alone(need):
                form.own_yes.append((need, key or next(iter(need.people), "")))
            elif self.is_wording_only(request, obj, form):
                form.to_tell.append(self.somebody_to_tell(need))
            else:
                names = get_text_list(need.names, _("or")) or _("a responsible clinician")
                words = _(
                    "%(why)s Ask %(names)s for a yes to this text first: under “Show and ask”."
                )
                raise ValidationError(words % {"why": need.why, "names": names}, code="needs_yes")

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

    def after_gate(self, request, form, replaced):
        """Write down the yes that the button was, and tell those who are to see a change of wording."""
        for need, key in getattr(form, "own_yes", []):
            kind = ReviewStep.Kind.APPROVED
            self.add_step(request, form.version, kind, capacity=need.capacity, key=key)
        for need, key, name, email in getattr(form, "to_tell", []):
            self.add_step(request, form.version, ReviewStep.Kind.WORDING)
            link = PreviewLink(
                version=form.version, replaced=replaced, reader=name, reader_key=key, email=email,
                capacity=need.capacity, created_by=request.user,
                created_by_name=request.user.get_full_name(),
            )  # fmt: skip
            link.save()
            letters.send_wording_change(link)
