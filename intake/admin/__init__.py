from intake.admin.inquiries import InquiryAdmin
from intake.admin.numbers import MonthlyDemandAdmin
from intake.admin.referral_contacts import ReferralContactAdmin
from intake.admin.room_events import RoomEventAdmin

__all__ = ["InquiryAdmin", "MonthlyDemandAdmin", "ReferralContactAdmin", "RoomEventAdmin"]
