"""Who of the team may see somebody, and who could: rules that say why, and no score."""

from intake.matching.rules import COULD, MAY
from intake.matching.team import Fit, TeamFit, cautions, of_team

__all__ = ["COULD", "MAY", "Fit", "TeamFit", "cautions", "of_team"]
