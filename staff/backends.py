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
    def get_all_permissions(self, user_obj, obj=None):
        """One's own and those of one's roles by one statement, as every page of the desk asks for them."""
        is_plain = user_obj.is_active and not (user_obj.is_anonymous or user_obj.is_superuser)
        if is_plain and obj is None and not hasattr(user_obj, "_perm_cache"):
            own, of_roles = (
                permissions.values_list("content_type__app_label", "codename").order_by()
                for permissions in (
                    self._get_user_permissions(user_obj),
                    self._get_group_permissions(user_obj),
                )
            )
            user_obj._perm_cache = {f"{app}.{name}" for app, name in own.union(of_roles)}
        return super().get_all_permissions(user_obj, obj)

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
