from team.models.authority import PracticeAuthority
from team.models.compacts import Compact, CompactMember, Profession
from team.models.credentials import Credential
from team.models.identity import Identity
from team.models.payment import Fee, Payer, PayerParticipation
from team.models.people import OfficePerson
from team.models.room import TIMES
from team.models.room_links import RoomLink
from team.models.supervision import Supervision
from team.models.therapist import Therapist, TherapistSpecialty
from team.models.vocabulary import Language, Modality, Population, Specialty
from team.models.wording import TitleWording

__all__ = [
    "TIMES",
    "Compact",
    "CompactMember",
    "Credential",
    "Fee",
    "Identity",
    "Language",
    "Modality",
    "OfficePerson",
    "Payer",
    "PayerParticipation",
    "Population",
    "PracticeAuthority",
    "Profession",
    "RoomLink",
    "Specialty",
    "Supervision",
    "Therapist",
    "TherapistSpecialty",
    "TitleWording",
]
