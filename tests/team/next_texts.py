"""What people do with a text of a profile that is written and not on the site yet."""

from django.test import Client

from pages.models import Practice
from staff.admin_routes import address
from tests.factories import make_therapist, make_user
from tests.team.profile_form import save

BEFORE, AFTER = "Begin anywhere.", "Begin at the end."


def signed_in(user):
    client = Client()
    client.force_login(user)
    client.user = user
    return client


def press(client, person, page, **typed):
    """A button that is no save, by somebody who has read what ``person`` was."""
    typed = {"base_version": person.latest_version} | typed
    return client.post(address(person, page, person.pk), typed)


def return_it(client, person, note="Shorter, please."):
    return press(client, person, "review", note=note)


def set_time(client, person):
    return press(client, person, "swap", swap_at_0="2100-01-01", swap_at_1="08:00")


def submitted(manager, clinician, person):
    return save(clinician, person, opening_lines=AFTER)


def returned(manager, clinician, person):
    person = submitted(manager, clinician, person)
    return_it(manager, person)
    return person


def kept(manager, clinician, person):
    return save(manager, person, opening_lines=AFTER, _keep="1")


def has_time(manager, clinician, person):
    person = kept(manager, clinician, person)
    set_time(manager, person)
    return person


# How a next text comes to stand where ``TherapistQuerySet.with_where_next_text_stands`` says.
BROUGHT = {"submitted": submitted, "returned": returned, "kept": kept, "has_time": has_time}


def with_next_text(stands, manager, name="Hana Wexler"):
    """Somebody on the site whose next text stands there, and the clinician whose profile it is."""
    Practice.objects.update(profiles_wait_for_yes=True)
    clinician = signed_in(make_user("clinician", name=name))
    person = make_therapist(name, user=clinician.user, opening_lines=BEFORE)
    person = BROUGHT[stands](manager, clinician, person)
    person.refresh_from_db()
    return person, clinician
