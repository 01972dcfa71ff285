"""How a profile names its person today."""

from django.db import models
from django.utils import timezone

from team.models import public_line


class Named(models.Model):
    class Meta:
        abstract = True

    def title_on(self, day):
        return public_line.title_on(self, day)

    def supervised_by_on(self, day):
        """``Marisol Tennant, PhD`` or ``""``; who carries the responsibility on that day."""
        return public_line.supervised_by_on(self, day)

    @property
    def supervised_by(self):
        return self.supervised_by_on(timezone.localdate())

    @property
    def title_with_supervision(self):
        """``Doctoral Intern, supervised by Marisol Tennant, PhD``: wherever the person is named."""
        return public_line.role_on(self, timezone.localdate())

    @property
    def public_line(self):
        return public_line.line_on(self, timezone.localdate())

    @property
    def public_name(self):
        return public_line.name_on(self, timezone.localdate())

    @property
    def may_be_asked_for(self):
        return public_line.may_be_asked_for(self, timezone.localdate())
