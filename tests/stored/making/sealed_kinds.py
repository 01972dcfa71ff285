"""One of each kind that is sealed, digested or signed, with what opens it: for tests without a database."""

from django.conf import settings
from django.core import signing

from editing import views as editing_views
from editing.models import PreviewLink
from intake import tokens
from intake.documents import sealed
from intake.documents.person_keys import private_key_of
from intake.models import Entry, Grant, Inquiry, KeyHolder, Offer, RoomEvent
from intake.room import holders
from outbox import key_file
from outbox.models import Message
from practice_site.backup.stream import KIND, Head
from staff import devices
from staff.factors import sealing

SECRET = "JBSWY3DPEHPK3PXP"


def one_of_each(known, backup):
    dana = KeyHolder.objects.get(user__username="dana")
    own = holders.private_key_of(dana, known["passphrases"]["dana"])
    note = Entry.objects.exclude(sealed_for_person=None).first()
    person = private_key_of(note.inquiry, known["inquiries"][str(note.inquiry_id)]["code"])
    with backup.open("rb") as file:
        head = Head(file)
    return {
        "places": places(dana, own, note, person, head),
        "holder": {
            "id": str(dana.pk), "wrapped": bytes(dana.wrapped).hex(),
            "passphrase": known["passphrases"]["dana"], "private": own.raw.hex(),
        },
        "person": {
            "code": known["inquiries"][str(note.inquiry_id)]["code"],
            "link_digest": note.inquiry.link_digest,
            "key_id": str(note.inquiry.person_key_id),
            "wrapped": bytes(note.inquiry.person_wrapped).hex(), "private": person.raw.hex(),
        },
        "offer": offer(known),
        "event": event(),
        "second_factor": {"sealed": sealing.seal(SECRET), "secret": SECRET},
        "signed": signed(known),
        "preview_link": preview_link(),
        "backup_head": {"secret_key": settings.SECRET_KEY, "proof_is_right": head.is_signed},
    }  # fmt: skip


def places(dana, own, note, person, head):
    inquiry = Inquiry.objects.exclude(content=None).exclude(way_for_person=None).first()
    grant = Grant.objects.get(holder=dana, practice_key__is_current=True)
    message = Message.objects.exclude(sealed=None).first()

    def key(row):
        return holders.practice_key(own, row.practice_key_id)

    return [
        one(sealed.CONTENT, inquiry.pk, inquiry.content, key(inquiry)),
        one(sealed.ENTRY, note.pk, note.sealed, key(note)),
        one(sealed.FOR_PERSON, note.pk, note.sealed_for_person, person),
        one(
            "intake.grant",
            Grant.seal_context(grant.practice_key_id, dana.pk).row,
            grant.sealed,
            own,
        ),
        one("outbox.message", message.pk, message.sealed, key_file.private_key()),
        one(KIND, head.id, head.sealed, holders.practice_key(own, head.practice_key)),
    ]


def one(kind, row, data, key):
    return {
        "kind": kind, "row": str(row), "sealed": bytes(data).hex(),
        "key": {"id": str(key.id), "private": key.raw.hex()},
    }  # fmt: skip


def offer(known):
    row = Offer.objects.first()
    return {
        "id": str(row.pk),
        "sealed": bytes(row.sealed).hex(),
        **known["offers"][str(row.pk)],
    }


def event():
    row = RoomEvent.objects.exclude(about="").exclude(number=None).first()
    return {
        "previous": row.previous, "at": row.at.isoformat(), "kind": row.kind,
        "user_id": row.user_id, "inquiry_id": None, "number": row.number, "about": row.about,
        "generation": row.generation, "roll": row.roll, "digest": row.digest,
    }  # fmt: skip


def signed(known):
    salt = editing_views.SALT
    return {
        "form": {"salt": tokens.SALT, "text": tokens.issue()},
        "preview": {"salt": salt, "text": signing.dumps([1, 2], salt=salt)},
        "device": {"salt": devices.SALT, "text": known["device"]},
        "start": {"salt": "blog.start", "text": signing.dumps(["a", 1], salt="blog.start")},
    }


def preview_link():
    link = PreviewLink.objects.first()
    return {"uid": str(link.uid), "token": link.token, "digest": link.digest}
