from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TeamConfig(AppConfig):
    name = "team"
    verbose_name = _("Team")

    def ready(self):
        from editing import contents
        from outbox import jobs
        from pages import share_images
        from search import indexing, sources
        from team import kept_people, kept_topics  # noqa: F401  what is kept is known from the start
        from team.content import TherapistContent
        from team.heads import find_share_image
        from team.linked import approaches, people, specialties
        from team.office_searched import OFFICE
        from team.reminders import tell
        from team.searched import APPROACHES, PEOPLE, SPECIALTIES
        from writing import link_choices

        contents.register(TherapistContent())
        jobs.register("team: tell of licenses that end", timedelta(hours=6), tell)
        for finder in (people, specialties, approaches):
            link_choices.register(finder)
        for source in (PEOPLE, SPECIALTIES, APPROACHES, OFFICE):
            sources.register(source)
        # Where somebody may practice, and what was said of room, ends and begins with days.
        jobs.register(
            "team: search for who may practice where, and has room, today",
            timedelta(hours=1),
            lambda: indexing.note("person"),
        )
        share_images.register("person", find_share_image)
