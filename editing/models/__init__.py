from editing.models.capacities import BINDING, Capacity, How
from editing.models.dismissals import Dismissal
from editing.models.editable import Editable, EditableQuerySet
from editing.models.private_links import PreviewLink, PrivateLink, PrivateLinkQuerySet
from editing.models.redirects import Redirect
from editing.models.review import ReviewStep
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
    "PrivateLink",
    "PrivateLinkQuerySet",
    "Redirect",
    "ReviewStep",
    "Trashable",
    "TrashableQuerySet",
    "Version",
    "WorkingCopy",
]
