"""The yes a text needs before it goes out: asked for when somebody publishes."""

from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from editing import approvals, gate, letters, snapshots
from editing.models import PreviewLink, ReviewStep


class ApprovalMixin:
    def gate(self, request, obj, form):
        """Raise ``ValidationError`` while a yes is missing. Notes on the form whose yes is given by
        pressing the button, and who is to be told of a change of wording."""
        form.own_yes, form.to_tell = [], []
        needed = gate.needed(self.content, obj, form)
        if not gate.is_on_site(self.content, obj, form):
            gate.refuse_unanswered(self.content, obj, form, request.user)
        given = approvals.approvals_of(obj, form.substance) if obj and needed else []
        key = self.content.key_of(request.user)
        for need in approvals.unmet(needed, given):
            if key in need.people or gate.is_alone(need):
                form.own_yes.append((need, key or next(iter(need.people), "")))
            elif self.is_wording_only(request, obj, form):
                form.to_tell.append(self.somebody_to_tell(need))
            else:
                raise ValidationError(gate.words_on_missing(obj, form, need), code="needs_yes")

    def is_wording_only(self, request, obj, form):
        # Before the first publication there is no wording that somebody has said yes to; and whoever
        # sees the change has to see it when it is on the site, not before.
        was_out = obj is not None and self.content.is_out(obj) and obj.was_public
        if not was_out or form.is_for_later or "wording_only" not in request.POST:
            return False
        stored = self.content.data_of_row(self.content.stored(obj))
        typed = self.content.data_of_form(form, obj)
        names = self.content.beyond_wording
        whole = self.content.version_form()
        return snapshots.digest(whole, stored, names) == snapshots.digest(whole, typed, names)

    def somebody_to_tell(self, need):
        for key, name in need.people.items():
            email = self.content.email_of(key)
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
                capacity=need.capacity, sent=self.content.how_it_goes(key, email), created_by=request.user,
                created_by_name=request.user.get_full_name(),
            )  # fmt: skip
            link.save()
            letters.send_wording_change(link)
