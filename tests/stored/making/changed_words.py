"""One row of each kind whose words were changed after it was public."""

from groups.models import Group
from pages.models import Page
from team.models import Modality, Specialty

WORDS = {Group: "summary", Modality: "summary", Specialty: "summary", Page: "lede"}


def make():
    for model, name in WORDS.items():
        row = model.objects.order_by("pk").first()
        setattr(row, name, "In other words.")
        row.save()
