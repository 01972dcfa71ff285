from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamConfig(AppConfig):
    name = "team"
    verbose_name = _("Team")

    def ready(self):
        from editing import contents
        from team import kept_people, kept_topics  # noqa: F401  what is kept is known from the start
        from team.content import TherapistContent
        from team.linked import approaches, people, specialties
        from writing import link_choices

        contents.register(TherapistContent())
        for finder in (people, specialties, approaches):
            link_choices.register(finder)
