from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupsConfig(AppConfig):
    name = "groups"
    verbose_name = _("Groups and workshops")

    def ready(self):
        from editing import contents, near_addresses
        from groups import kept_groups
        from groups.content import GroupContent
        from groups.heads import GROUPS, find_share_image, of_group_at_the_desk
        from groups.linked import groups
        from groups.models import Group
        from groups.reminders import tell_of_unled
        from groups.searched import GROUPS as SEARCHED
        from outbox import jobs
        from pages import elsewhere, sections, share_images
        from search import sources
        from writing import link_choices

        contents.register(GroupContent())
        near_addresses.register(
            near_addresses.Kind("groups:group_detail", Group.objects.listed, lambda row: row.title)
        )
        link_choices.register(groups)
        sources.register(SEARCHED)
        share_images.register("group", find_share_image)
        elsewhere.register(Group, of_group_at_the_desk, Group.objects.listed)
        sections.register(GROUPS, kept_groups.is_there_one)
        jobs.register("groups: tell of those that nobody leads", timedelta(hours=6), tell_of_unled)
