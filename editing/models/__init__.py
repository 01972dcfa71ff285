from editing.models.dismissals import Dismissal
from editing.models.editable import Editable, EditableQuerySet
from editing.models.redirects import Redirect
from editing.models.review import BINDING, Capacity, How, PreviewLink, ReviewStep
from editing.models.trash import Trashable, TrashableQuerySet
from editing.models.versions import Version
from editing.models.working_copies import WorkingCopy

__all__ = [
    "BINDING",
    "Capacity",
    "Dismissal",
    "Editable",
    "EditableQuerySet",
    "How",
    "PreviewLink",
    "Redirect",
    "ReviewStep",
    "Trashable",
    "TrashableQuerySet",
    "Version",
    "WorkingCopy",
]
