"""A proof covers all of a key from here on, and the log says which keys there are.

The old proof covered label, number and public half. Where it holds, the new one is written; where it
does not, the row has none, and counts for nothing until somebody has looked.
"""

import hashlib
import hmac
import json
import sys

from django.conf import settings
from django.db import migrations
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.encoding import force_bytes

from sealing.signed_keys import digest

SENTENCE = (
    '\n  Keys in the database are not vouched for with this SECRET_KEY: nothing is opened, and the form says to'
    '\n  call, until manage.py vouch_for_keys has been run.\n'
)


def secrets():
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def old_digest(label, row, secret):
    text = f'{label}|{row.pk}|{bytes(row.public).hex()}'
    return salted_hmac('outbox.vouching', text, secret=secret, algorithm='sha256').hexdigest()


def covered_by_key(apps, row):
    grants = apps.get_model('intake', 'Grant').objects.filter(practice_key=row.pk)
    said = {
        'id': row.pk,
        'public': bytes(row.public),
        'made_on': row.made_on,
        'grants': sorted((str(grant.holder_id), bytes(grant.sealed)) for grant in grants),
    }
    said |= {} if row.is_current else {'is_current': False}
    said |= {'takes_inquiries': True} if row.takes_inquiries else {}
    return said | ({'destroyed_on': row.destroyed_on} if row.destroyed_on else {})


def covered_by_holder(apps, row):
    said = {
        'id': row.pk,
        'public': bytes(row.public),
        'wrapped': bytes(row.wrapped),
        'since': row.since,
    }
    said |= {'user_id': row.user_id} if row.user_id else {'sheet': row.sheet}
    return said | ({'is_proven': True} if row.is_proven else {})


COVERED = {'intake.PracticeKey': covered_by_key, 'intake.KeyHolder': covered_by_holder}


def rows(apps):
    for label, covered in COVERED.items():
        for row in apps.get_model(label).objects.all():
            yield label, row, covered(apps, row)


def holds(proof, digests):
    return any(constant_time_compare(proof, one) for one in digests)


def write_new(apps, schema_editor):
    lines, is_foreign = [], False
    for label, row, covered in rows(apps):
        is_ours = holds(row.proof, (old_digest(label, row, secret) for secret in secrets()))
        row.proof = digest(label, covered, settings.SECRET_KEY) if is_ours else ''
        row.save(update_fields=['proof'])
        is_foreign |= not is_ours
        if is_ours:
            lines.append((label, str(row.pk), row.proof))
    if lines:
        note_keys(apps.get_model('intake', 'RoomEvent'), json.dumps(sorted(lines)))
    if is_foreign:
        sys.stdout.write(SENTENCE)


def note_keys(events, roll):
    last = events.objects.order_by('-pk').first()
    known = events.objects.exclude(generation=None).order_by('-generation').first()
    event = events(
        at=timezone.now(),
        kind='keys',
        generation=known.generation + 1 if known else 1,
        roll=roll,
        previous=last.digest if last else '',
    )
    event.digest = event_digest(event, settings.SECRET_KEY)
    event.save(force_insert=True)


def write_old(apps, schema_editor):
    for label, row, covered in rows(apps):
        is_ours = holds(row.proof, (digest(label, covered, secret) for secret in secrets()))
        row.proof = old_digest(label, row, settings.SECRET_KEY) if is_ours else ''
        row.save(update_fields=['proof'])
    write_old_entries(apps.get_model('intake', 'RoomEvent'))


def write_old_entries(events):
    """The version before reads no entry that has a generation. A chain that is broken stays so."""
    first = events.objects.exclude(generation=None).order_by('pk').first()
    if first is None:
        return
    last = events.objects.filter(pk__lt=first.pk).order_by('-pk').first()
    before = after = last.digest if last else ''
    for event in events.objects.filter(pk__gte=first.pk).order_by('pk'):
        is_whole = event.previous == before and holds(
            event.digest, (event_digest(event, secret) for secret in secrets())
        )
        if not is_whole:
            return
        before = event.digest
        event.generation, event.roll, event.previous = None, '', after
        event.digest = after = event_digest(event, settings.SECRET_KEY)
        event.save(update_fields=['generation', 'roll', 'previous', 'digest'])


def event_digest(event, secret):
    said = [
        event.previous,
        event.at.isoformat(timespec='microseconds'),
        event.kind,
        event.user_id,
        event.inquiry_id,
        event.number,
    ]
    if event.generation is None:
        said += [event.about] if event.about else []
        text = '\n'.join('' if part is None else str(part) for part in said)
    else:
        text = json.dumps([*said, event.about, event.generation, event.roll], default=str)
    own = hashlib.sha256(b'intake.room_event' + force_bytes(secret)).digest()
    return hmac.new(own, text.encode(), hashlib.sha256).hexdigest()


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0017_keys_in_the_log'),
    ]

    operations = [migrations.RunPython(write_new, write_old)]
