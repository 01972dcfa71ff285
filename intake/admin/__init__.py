from intake.admin.care_alone_ages import CareAloneAgeAdmin
from intake.admin.inquiries import InquiryAdmin
from intake.admin.numbers import MonthlyDemandAdmin
from intake.admin.referral_contacts import ReferralContactAdmin
from intake.admin.room_events import RoomEventAdmin
from intake.admin.saved_answers import SavedAnswerAdmin

__all__ = [
    "CareAloneAgeAdmin",
    "InquiryAdmin",
    "MonthlyDemandAdmin",
    "ReferralContactAdmin",
    "RoomEventAdmin",
    "SavedAnswerAdmin",
]
