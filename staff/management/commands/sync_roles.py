from django.core.management.base import BaseCommand

from staff.role_groups import sync_roles


class Command(BaseCommand):
    help = "Gives each role exactly the permissions declared in staff/roles.py."

    def handle(self, **options):
        for change in sync_roles():
            self.stdout.write(change)
