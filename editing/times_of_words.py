"""Since when visitors read the words they read now: saving them again unchanged is no news."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils import timezone

from editing.models import Version


def since_when(model: type[Model], ids: Iterable[int]) -> dict[int, datetime]:
    """By id, for the rows whose texts are known to have gone out."""
    out = Version.objects.filter(
        content_type=ContentType.objects.get_for_model(model),
        object_id__in=list(ids),
        went_out_at__lte=timezone.now(),
    )
    words, since = {}, {}
    for pk, substance, went_out_at in out.order_by("went_out_at", "number").values_list(
        "object_id", "substance", "went_out_at"
    ):
        if went_out_at and words.get(pk) != substance:
            words[pk], since[pk] = substance, went_out_at
    return since
