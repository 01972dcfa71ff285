from editing.models.editable import Editable, EditableQuerySet
from editing.models.trash import Trashable, TrashableQuerySet
from editing.models.versions import Version
from editing.models.working_copies import WorkingCopy

__all__ = [
    "Editable",
    "EditableQuerySet",
    "Trashable",
    "TrashableQuerySet",
    "Version",
    "WorkingCopy",
]
