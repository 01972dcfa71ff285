"""No number and no date from outside is an error of the server's: one rule for every field.

Loaded before any form or model is made.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import In
from django.forms import DateField, DateTimeField
from django.utils.translation import gettext_lazy as _

from staff.desk_fields import FIRST_YEAR, LAST_YEAR


def validate_day(value):
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValidationError(
            _("This year looks mistyped. Choose a day from %(first)d to %(last)d."),
            code="year",
            params={"first": FIRST_YEAR, "last": LAST_YEAR},
        )


class WithinColumn(In):
    """Among several numbers, those that fit into no column are left out; SQLite would raise an
    OverflowError. Comparing with a single one works like that in Django already."""

    def process_rhs(self, compiler, connection):
        if self.rhs_is_direct_value():
            kind = self.lhs.output_field.get_internal_type()
            least, most = connection.ops.integer_field_range(kind)
            self.rhs = [number for number in self.rhs if fits(number, least, most)]
        return super().process_rhs(compiler, connection)


def fits(number, least, most):
    if not isinstance(number, int):
        return True
    return (least is None or least <= number) and (most is None or number <= most)


def install():
    for field in (DateField, DateTimeField):
        field.default_validators = [validate_day]
    models.IntegerField.register_lookup(WithinColumn)
