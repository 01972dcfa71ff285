"""Pages of the team, for addresses that were cut off or misspelled."""

from editing.near_addresses import Kind
from team.models import Modality, Specialty, Therapist

KINDS = [
    Kind(
        "team:therapist_detail",
        # Who is to stand in no search engine is not found by half an address either, nor by a last name.
        lambda: Therapist.objects.listed().filter(is_out_of_search=False, first_name_only=""),
        lambda row: row.shown_name,
    ),
    Kind("team:specialty_detail", Specialty.objects.all, lambda row: row.name),
    Kind("team:modality_detail", Modality.objects.all, lambda row: row.name),
]
