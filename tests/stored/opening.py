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

from tests.stored import inside, pointing, restoring, visiting


def main(sample, found):
    django.setup()
    from django.core.management import call_command
    from django.test import override_settings

    known = json.loads((sample / "known.json").read_text())
    from practice_site.backup import versions

    said = {"held then": pointing.note_all(), "is earlier": versions.applied() != versions.known()}
    out = io.StringIO()
    with redirect_stdout(out):
        call_command("migrate", verbosity=1)
    said["migrate"] = out.getvalue()
    said |= everything(known)
    is_at_home = said["proofs"]["is open"]
    if is_at_home:
        said |= seen() | {"log": restoring.log(), "sessions": sessions()}
        said |= {"worker signs": worker_signs(), "signs in": signs_in(known)}
        with override_settings(SECRET_KEY="x" * 60):
            said["under another secret"] = proofs()
    said["after vouching"] = vouch(known)
    if is_at_home:
        said["putting back"] = restoring.all_ways(sample, known)
    found.write_text(json.dumps(said))


def everything(known):
    return {
        "proofs": proofs(),
        "rooms": {name: inside.read_with(own) for name, own in inside.holders_of(known)},
        "letters": inside.letters(known),
        "offers": inside.offers(known),
        "mail": mail(),
        "second factor": second_factor(known),
        "former codes": inside.former_codes(known),
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
    from sealing.signed_keys import SignedKey

    models = [model for model in apps.get_models() if issubclass(model, SignedKey)]
    rows = [row for model in models for row in model.objects.all()]
    kept = [row for row in rows if not getattr(row, "destroyed_on", None)]
    broken = RoomEvent.objects.first_broken()
    return {
        "kinds": sorted({row._meta.label for row in kept}),
        "signed": sum(row.is_signed for row in kept),
        "unsigned": [f"{row._meta.label} {row.pk}" for row in kept if not row.is_signed],
        "unsigned keys": len(holders.unsigned_keys()),
        "is open": holders.form_is_open(),
        "first broken": broken and broken.pk,
    }


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
    from blog.models import Article
    from editing.models import Redirect, ReviewStep
    from pages.models import Page

    return {
        "articles": sorted(Article.objects.published().values_list("slug", flat=True)),
        "drafts": sorted(Article.objects.filter(state="draft").values_list("slug", flat=True)),
        "versions": {a.slug: a.versions().count() for a in Article.objects.all()},
        "pages": sorted(Page.objects.published().values_list("slug", flat=True)),
        "yes": list(ReviewStep.objects.filter(kind="approved").values_list("person", flat=True)),
        "redirects": {
            row.old_path: Redirect.objects.target_of(row.old_path) for row in Redirect.objects.all()
        },
    }


def sessions():
    from django.contrib.sessions.models import Session

    return Session.objects.count()


def worker_signs():
    from outbox.models import WorkerSign

    return [sign.is_signed for sign in WorkerSign.objects.all()]


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
