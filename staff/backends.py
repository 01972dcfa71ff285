from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.db.models import Q


def find_person(name):
    """Whoever signs in under this e-mail address or user name, upper or lower case; or None.

    An e-mail address wins over a user name that reads the same, whoever came first.
    """
    people = get_user_model().objects.filter(Q(email__iexact=name) | Q(username__iexact=name))
    return max(people, key=lambda person: person.email.lower() == name.lower(), default=None)


class EmailOrUsernameBackend(ModelBackend):
    def authenticate(self, request, username=None, password=None, **kwargs):
        if not username or password is None:
            return None
        person = find_person(username)
        if person is None:
            # Hash anyway, so that the answer takes as long for an unknown name.
            get_user_model()().set_password(password)
        elif person.check_password(password) and self.user_can_authenticate(person):
            return person
        return None
