"""People who can sign in to the demo. One password for all: never on a site others can reach."""

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import Group
from django.db import transaction

from blog.models import Article
from intake.models import Inquiry
from practice_site.demo.keys import KEY_HOLDERS, give_key
from practice_site.demo.load import DEMO_MAIL
from staff.role_groups import sync_roles
from team.models import Therapist

PASSWORD = "demo"  # noqa: S105  printed by the command
# Login and role have the same name, but for the coordinator's deputy. A therapist's own login opens that therapist's profile.
PEOPLE = {
    "manager": ("Marisol Tennant", ""),
    "editor": ("Walt Enderby", ""),
    "author": ("June Aldecott", "june-aldecott"),
    "coordinator": ("Dana Osei", ""),
    "deputy": ("Ruth Calder", ""),
    "clinician": ("Hana Wexler", "hana-wexler"),
}


@transaction.atomic
def load_logins() -> None:
    """Makes the logins that are missing; one that exists keeps its password and roles."""
    sync_roles()
    # Everybody knows it, so nothing is lost where all have one salt, and whoever asks waits once.
    password = make_password(PASSWORD)
    for login, (name, therapist) in PEOPLE.items():
        if get_user_model().objects.filter(username=login).exists():
            continue
        user = get_user_model()(username=login, name=name, email=login + DEMO_MAIL, is_staff=True)
        user.password = password
        user.full_clean()
        user.save()
        user.groups.set(Group.objects.filter(name="coordinator" if login == "deputy" else login))
        if login in KEY_HOLDERS:
            give_key(user)
        Therapist.objects.filter(slug=therapist, user=None).update(user=user)
        Article.objects.filter(created_by=None, created_by_name=name).update(created_by=user)
        if login == "coordinator":
            answered = Inquiry.objects.filter(owner=None).exclude(state=Inquiry.State.NEW)
            answered.update(owner=user)


def usable_logins() -> list[str]:
    """The demo logins that still have the demo's password."""
    people = get_user_model().objects.filter(username__in=PEOPLE, is_active=True)
    stored = dict(people.values_list("username", "password"))
    known = {encoded for encoded in set(stored.values()) if check_password(PASSWORD, encoded)}
    return [login for login in PEOPLE if stored.get(login) in known]
