from django.db import models


class Edition(models.Model):
    """That somebody has written to tables of which something is kept, since the last time old rows were swept.

    Triggers of these tables add a row (``freshness.triggers``), so that no write passes it by: not in bulk, not
    in SQL by hand. What is kept is of all rows that can be seen together. By chance and not counted: a number
    that was taken back with its transaction would come again for another write.
    """

    name = models.CharField(max_length=40, db_index=True)
    mark = models.BigIntegerField()

    class Meta:
        default_permissions = []

    def __str__(self):
        return self.name
