"""Migrates a copy of a stored sample and opens all of it. A program, because settings are read once:

python -m tests.stored.opening SAMPLE FOUND     (with the copy's settings in the environment)
"""

import io
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path
from unittest import mock

import django

from tests.stored import pointing, restoring, visiting


def main(sample, found):
    django.setup()
    from django.core.management import call_command
    from django.test import override_settings

    known = json.loads((sample / "known.json").read_text())
    said = {"held then": pointing.note_all()}
    out = io.StringIO()
    with redirect_stdout(out):
        call_command("migrate", verbosity=1)
    said["migrate"] = out.getvalue()
    said |= everything(known)
    said |= seen()
    said["signs in"] = signs_in(known)
    with override_settings(SECRET_KEY="x" * 60):
        said["under another secret"] = proofs()
    said["after vouching"] = vouch(known)
    if said["proofs"]["is open"]:
        said["putting back"] = restoring.all_ways(sample, known)
    found.write_text(json.dumps(said))


def everything(known):
    return {
        "proofs": proofs(),
        "rooms": {name: read_with(own) for name, own in holders_of(known)},
        "letters": letters(known),
        "offers": offers(known),
        "mail": mail(),
        "second factor": second_factor(known),
        "previews": previews(),
        "texts": texts(),
    }


def seen():
    return {"pages": visiting.every_address(), "pointing": pointing.everything()}


def proofs():
    """Everything that the site vouches for, and the log of the room."""
    from django.apps import apps

    from intake.models import RoomEvent
    from intake.room import holders

    models = [model for model in apps.get_models() if hasattr(model, "is_signed")]
    rows = [row for model in models for row in model.objects.all()]
    kept = [row for row in rows if not getattr(row, "destroyed_on", None)]
    broken = RoomEvent.objects.first_broken()
    return {
        "kinds": sorted({row._meta.label for row in kept}),
        "signed": sum(row.is_signed for row in kept),
        "unsigned": [f"{row._meta.label} {row.pk}" for row in kept if not row.is_signed],
        "unsigned keys": len(holders.unsigned_keys()),
        "is open": holders.is_open(),
        "first broken": broken and broken.pk,
        "last event": RoomEvent.objects.filter(generation=None)
        .order_by("-pk")
        .values_list("digest", flat=True)
        .first(),
    }


def holders_of(known):
    from intake.models import KeyHolder
    from intake.room import holders

    for username, words in known["passphrases"].items():
        if holder := KeyHolder.objects.filter(user__username=username).first():
            yield username, holders.private_key_of(holder, words)
    for letter, code in known["sheets"].items():
        holder = KeyHolder.objects.get(sheet=letter)
        yield f"sheet {letter}", holders.private_key_of(holder, code)


def read_with(own):
    """What somebody inside reads of every inquiry."""
    from intake.documents.opened import read_entry, read_inquiry
    from intake.models import Entry, Inquiry, PracticeKey
    from intake.room.unlocking import Room

    room = Room(own)
    inquiries = {str(row.pk): (row, read_inquiry(room, row)) for row in Inquiry.objects.all()}
    entries = {str(row.pk): (row, read_entry(room, row)) for row in Entry.objects.all()}
    return {
        "keys": sorted(str(row.pk) for row in PracticeKey.objects.filter(grants__holder=own.id)),
        "foreign": room.has_foreign_keys(),
        "inquiries": {pk: as_told(row, told) for pk, (row, told) in inquiries.items()},
        "entries": {
            pk: {
                "inquiry": str(row.inquiry_id),
                "kind": row.kind,
                "words": told.text,
                "title": told.title,
                "is_for_person": row.sealed_for_person is not None,
            }
            for pk, (row, told) in entries.items()
        },
    }


def as_told(row, told):
    if told.content is None:
        return {"fault": told.fault}
    content = told.content
    return {
        "name": content.name,
        "message": content.message,
        "address": content.address,
        "code": content.code,
        "place": row.state,
        "because": row.closed_because,
        "link_digest": row.link_digest or "",
        "address_index": row.address_index,
    }


def letters(known):
    """What each person reads on their own page, by the code in their link."""
    from intake.documents import person_keys
    from intake.models import Inquiry
    from intake.person.views import notes_of

    found = {}
    for pk, told in known["inquiries"].items():
        if told["code"]:
            digest = person_keys.link_digest(told["code"])
            inquiry = Inquiry.objects.get(link_digest=digest, pk=pk)
            rows = notes_of(inquiry, told["code"])
            found |= {str(row.entry.pk): row.text for row in rows}
    return found


def offers(known):
    from intake.offers import asking

    found = {}
    for told in known["offers"].values():
        offer = asking.find(told["code"])
        asked = asking.opened(offer, told["code"])
        found[str(offer.pk)] = [asked.therapist, asked.summary]
    return found


def mail():
    from outbox.models import Message

    kept = Message.objects.exclude(state=Message.State.SENT)
    return {str(row.pk): list(row.recipient_and_body()) for row in kept}


def second_factor(known):
    from allauth.mfa.models import Authenticator

    from staff.factors import sealing

    factors = Authenticator.objects.filter(user__username=known["second_factor"]["user"])
    app, codes = factors.get(type="totp"), factors.get(type="recovery_codes")
    with mock.patch("staff.factors.sealing.logger"):
        return {
            "secret": sealing.unseal(app.data["secret"]),
            "recovery_codes": codes.wrap().get_unused_codes(),
        }


def previews():
    from editing.models import PreviewLink

    return {
        str(link.uid): link.token
        for link in PreviewLink.objects.all()
        if PreviewLink.objects.by_token(link.token) == link
    }


def signs_in(known):
    """One of them: a hash is slow on purpose."""
    from django.contrib.auth import authenticate

    person = authenticate(None, username="dana", password=known["password"])
    return person and person.name


def texts():
    """What is on the site, and whether the supervisor's yes still stands."""
    from django.contrib.sessions.models import Session

    from blog.models import Article
    from editing.models import Redirect, ReviewStep
    from pages.models import Page

    return {
        "articles": sorted(Article.objects.published().values_list("slug", flat=True)),
        "drafts": sorted(Article.objects.filter(state="draft").values_list("slug", flat=True)),
        "versions": {a.slug: a.versions().count() for a in Article.objects.all()},
        "pages": sorted(Page.objects.published().values_list("slug", flat=True)),
        "yes": list(ReviewStep.objects.filter(kind="approved").values_list("person", flat=True)),
        "sessions": Session.objects.count(),
        "redirect": Redirect.objects.target_of("/blog/2024/5/on-grief/"),
    }


def vouch(known):
    """As at a terminal, with the code of a sheet; the worker's own key is vouched for by its file."""
    from django.core.management import call_command

    from outbox import mail_key

    with mock.patch("sys.stdin", io.StringIO(known["sheets"]["A"] + "\nyes\n")):
        call_command("vouch_for_keys", sheet="A", stdout=io.StringIO())
    mail_key.public_key()
    return proofs()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
