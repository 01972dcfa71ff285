from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from pictures.models import Image


class Command(BaseCommand):
    help = """Makes the sizes of every picture that were made by an earlier version of the site. Can be
    stopped at any time: started again, it goes on with what is left."""

    def handle(self, **options):
        left = [pk for pk in Image.objects.values_list("pk", flat=True) if is_outdated(pk)]
        failed = 0
        for number, pk in enumerate(left, start=1):
            image = Image.objects.filter(pk=pk).first()
            if image is None:
                continue  # removed meanwhile
            try:
                image.save(update_fields=["renditions"])
            except (OSError, ValidationError) as error:
                failed += 1
                self.stderr.write(f"Picture {pk} stays as it is: {said(error)}")
            else:
                self.stdout.write(f"{number} of {len(left)}: {image}")
        if failed:
            raise CommandError(f"{failed} of {len(left)} pictures stay as they are; see above.")
        self.stdout.write(f"{len(left)} pictures made anew.")


def is_outdated(pk):
    image = Image.objects.filter(pk=pk).first()
    return bool(image and image.file) and not image.renditions_fit()


def said(error):
    return " ".join(error.messages) if isinstance(error, ValidationError) else error
