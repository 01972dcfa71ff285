"""What the title of the person's page is, by status: what a move may lead to says it, see ``table``."""

from intake.models import Inquiry

State, Outcome = Inquiry.State, Inquiry.Outcome

# What the person's page says, by status. What is with a clinician depends on the next step.
ASKED, HEARD_BACK = "We have asked somebody for you", "We have heard back"
SOMEBODY, ON_IT = "We have somebody for you", "Somebody is on it"
LEFT, AS_THE_OTHER = "This is where we leave it for now", "(what it says of the other one)"
SAYS = {
    State.NEW: ("Your message is with us",),
    State.TALKING: (ON_IT,),
    State.OFFERED: (ASKED, HEARD_BACK, SOMEBODY, ON_IT),
    State.WAITING: ("You are on our waitlist",),
    Outcome.CLIENT: ("You have found somebody here",),
    Outcome.REFERRED: (LEFT,),
    Outcome.UNREACHED: ("We could not reach you",),
    Outcome.NO_WORD: (LEFT,),
    Outcome.WITHDREW: ("We have stopped, as you asked",),
    Outcome.DUPLICATE: (AS_THE_OTHER,),
    Outcome.NOBODY: (LEFT,),
    State.CLOSED: (LEFT,),
}
