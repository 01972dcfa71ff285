"""The states that a profile named become licenses, with the numbers that its credentials had. Nobody has looked any
of them up yet, and none has a last day. Whoever is supervised in a state works under the supervisor's license there."""

from django.db import migrations
from django.db.models import Q
from django.utils import timezone


def write_down(apps, schema_editor):
    Therapist = apps.get_model("team", "Therapist")
    Authority = apps.get_model("team", "PracticeAuthority")
    states = {}
    for row in Therapist.objects.order_by("pk").values("pk", "translation_of", "states"):
        known = states.setdefault(row["translation_of"] or row["pk"], [])
        known += [code for code in dict.fromkeys(row["states"] or []) if code not in known]
    for pk, codes in states.items():
        Authority.objects.bulk_create(authority(apps, pk, code) for code in codes)


def authority(apps, pk, code):
    supervisions = apps.get_model("team", "Supervision").objects.filter(
        Q(state__in=[code, ""]), Q(to_day__isnull=True) | Q(to_day__gte=timezone.localdate()), supervisee=pk
    )
    credentials = apps.get_model("team", "Credential").objects.filter(
        therapist=pk, state=code, kind__in=["license", "registration"]
    )
    # The one with a number says more.
    named = min(credentials.order_by("order", "pk"), key=lambda one: not one.number, default=None)
    kind = "supervised" if supervisions.exists() else named.kind if named else "license"
    number = named.number if named else ""
    return apps.get_model("team", "PracticeAuthority")(therapist_id=pk, kind=kind, state=code, number=number)


def take_back(apps, schema_editor):
    Therapist = apps.get_model("team", "Therapist")
    Authority = apps.get_model("team", "PracticeAuthority")
    for person in Therapist.objects.all():
        rows = Authority.objects.filter(therapist=person.translation_of_id or person.pk)
        codes = rows.exclude(kind="compact").order_by("pk").values_list("state", flat=True)
        person.states = list(dict.fromkeys(codes))
        person.save(update_fields=["states"])


class Migration(migrations.Migration):
    dependencies = [
        ("team", "0008_authorities"),
    ]

    operations = [migrations.RunPython(write_down, take_back)]
