"""Of a text that is there twice, for eyes and for ears, one stays. Some sites cut a headline into letters
for eyes, and keep the whole of it in a label or beside them."""

from writing.reading.not_text import Aside
from writing.reading.state import State


class Twins:
    """What was hidden last: in which state, for which sense, how."""

    def __init__(self) -> None:
        self.last: tuple[State, str, Aside] | None = None

    def stays(self, own: str, aside: Aside, state: State, is_in_heading: bool) -> bool:
        """Whether what would stand aside is the words; ``own``: the sense that it is for."""
        is_second = False
        if own and self.last:
            parent, other, before = self.last
            is_second = parent is state and before.is_counted and other != own
        # For eyes, outside of headings, it is mostly an icon.
        is_icon = own == "eyes" and not is_in_heading
        stays = (is_second and not is_icon) or (own == "eyes" and state.is_named)
        if not stays:
            self.last = (state, own, aside)
        return stays
