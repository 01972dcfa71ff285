from intake.models.care_alone_age import CareAloneAge
from intake.models.entry import Entry
from intake.models.inquiry import Inquiry
from intake.models.keys import Grant, KeyHolder, PracticeKey
from intake.models.mention import Mention
from intake.models.monthly_demand import MonthlyDemand
from intake.models.new_key import FormerSheet, NewKey
from intake.models.offer import Offer
from intake.models.page_copy import PageCopy
from intake.models.referral_contact import ReferralContact
from intake.models.room_event import RoomEvent
from intake.models.saved_answer import SavedAnswer
from intake.models.tombstone import Tombstone
from intake.models.used_token import UsedToken

__all__ = [
    "CareAloneAge",
    "Entry",
    "FormerSheet",
    "Grant",
    "Inquiry",
    "KeyHolder",
    "Mention",
    "MonthlyDemand",
    "NewKey",
    "Offer",
    "PageCopy",
    "PracticeKey",
    "ReferralContact",
    "RoomEvent",
    "SavedAnswer",
    "Tombstone",
    "UsedToken",
]
