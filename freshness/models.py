from django.db import models


class Edition(models.Model):
    """What stands for all that somebody keeps of some tables, until the next write to one of them.

    Triggers of these tables give it another mark (``freshness.triggers``), so that no write passes it by:
    not in bulk, not in SQL by hand. By chance and not counted: a number that was taken back with its
    transaction would come again for another one.
    """

    name = models.CharField(primary_key=True, max_length=40)
    mark = models.CharField(max_length=36)

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.name
