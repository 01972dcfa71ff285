"""What those read who have a passphrase, or a code: of a recovery sheet, of a link, of a page of their own. For
the process that opens a stored sample."""


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
    from intake.documents.opened import read_inquiry
    from intake.documents.timeline import read_entry
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


def former_codes(known):
    """Codes of sheets that were replaced: known as that, and by no other label."""
    from intake.room import recovery_codes

    codes = known.get("former_sheets", {})
    return {
        label: recovery_codes.replaced_on(label, code) is not None for label, code in codes.items()
    }
