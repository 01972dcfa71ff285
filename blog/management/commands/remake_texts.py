from django.core.management.base import BaseCommand

from blog.models import Article
from blog.models.in_brief import RECIPE

AT_ONCE = 500


class Command(BaseCommand):
    help = """Notes anew what lists say of each article, where an earlier version of the site noted it. Can
    be stopped at any time: started again, it goes on with what is left."""

    def handle(self, **options):
        left = Article.objects.exclude(recipe=RECIPE).order_by("pk")
        number, done, last = left.count(), 0, 0
        while batch := list(left.filter(pk__gt=last)[:AT_ONCE]):
            for article in batch:
                article.note_text()
            Article.objects.bulk_update(batch, ["beginning", "word_count", "recipe"], batch_size=50)
            done, last = done + len(batch), batch[-1].pk
            self.stdout.write(f"{done} of {number}")
        self.stdout.write(f"{done} articles noted anew.")
