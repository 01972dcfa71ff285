"""What a practice should not say of itself or of people: phrases, why not, what to say instead.

``(a|b)`` is a choice, ``(a )?`` may be missing, ``*`` is the rest of a word, ``…`` up to six words,
and ``{name}`` one of the ``WORDS`` below. A phrase that is denied, asked or quoted ("nobody can cure
grief", "can it be cured?") is not said and not reported.

Sources: APA Ethics Code 5.01 and 5.05 on claims and testimonials; reportingonsuicide.org; the APA's
Inclusive Language Guide on people before conditions; 45 CFR 164, which certifies nobody.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Group(NamedTuple):
    phrases: list[str]
    reason: str | Promise
    fix: str | Promise


WORDS = {
    "trouble": "(anxiety|depression|trauma|ptsd|panic( attack| disorder)?s?|ocd|adhd|addictions?|insomnia"
    "|burnout|grief|stress|phobias?|fears?|anger|pain|eating disorders?|bulimia|anorexia|loneliness"
    "|worry|worries|symptoms|problems?|sadness|bipolar( disorder)?|mental illness|codependency)",
    "whose": "(you|your|their|his|her|my|our|any|all|every|most|the|chronic|severe|social|childhood)",
    "ours": "(therapists?|counsell?ors?|psychologists?|psychotherapists?|clinicians?|practices?|clinics?"
    "|providers?|specialists?|experts?)",
    "work": "(therapy|psychotherapy|counsell?ing|treatment|care|services?|team|results?|approach)",
    "gain": "(results?|success|relief|recovery|healing|outcomes?|improvement|happiness|progress|peace)",
    "few": "(a few|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|twelve|[0-9]+)",
    "end": "(cures?|heals?|overcomes?|beats?|ends?|eliminates?|erases?|banish(es)?|conquers?|stops?"
    "|resolves?|fix(es)?|defeats?|get rid of|be free (of|from)|free of|say goodbye to)",
}

GROUPS = [
    Group(
        [
            "(cure|cures|cured|curing)( of)?( {whose}){0,3} {trouble}",
            "(a|the|our|your) ((miracle|proven|permanent|natural|complete|real|only) )?cure (for|to)( {whose}){0,3} {trouble}",
            "(miracle|permanent|proven|natural) cures?",
            "(you|you'll|we|i) … cure you",
            "(you|you'll|you will|clients|patients|people) (can |will |could |leave )?(be |get |feel |are |walk out )?(completely |fully |finally )?cured",
            "(complete|full|permanent) (cure|remission) (is|in|for|within)",
        ],
        _("No practice can promise a cure."),
        _("Say what the work can do: ease, help with, make it easier to live with."),
    ),
    Group(
        [
            "guarantee(s|d)?( (you|the|a|your|that|full|lasting|real|quick|fast|better|positive|total)){0,3} {gain}",
            "{gain} (is |are )?(absolutely |fully |100% )?guaranteed",
            "(we|i|our {work}|our {ours}|(this|the) (approach|method|program)) (can |do |will )?(absolutely |fully |personally )?guarantees?",
            "guaranteed to (work|help|heal|cure|make|end|feel|change|stop|improve|save|fix|bring|ease)",
            "(a )?(permanent|guaranteed|complete) (solution|fix|answer) (to|for)",
            "\\w+, guaranteed",
            "satisfaction guaranteed",
            "money[- ]back",
            "(we|i) (can )?promise( you)? (that you will|that you'll|you will|you'll|to (heal|fix|end|cure|free|make you)|relief|results|lasting|a better|recovery)",
            "(100%|100 percent|a hundred percent|always) (effective|successful|works?)",
            "(is|are|has been|been) proven to (cure|heal|end|eliminate|fix|work for (everyone|everybody|anyone))",
            "works? (for|on) (everyone|everybody|anyone|anybody|every (client|patient|person|couple|child))",
            "success rates?",
            "[0-9]+ ?(%|percent) of (our|my) (clients|patients|couples|families)",
            "never (feel|be|have|suffer|experience|fear) … (anxious|depressed|alone|lonely|afraid|scared|panic|a panic attack|overwhelmed|stressed|sad) again",
            "{end}( {whose}){0,3} {trouble} (for good|forever|once and for all|permanently|completely)",
            "(permanently|completely|totally|forever) {end}( {whose}){0,3} {trouble}",
            "(lasting|permanent|total|complete|instant|immediate|rapid|fast|overnight) (relief|results|freedom|cure|transformation) (from|in|is|are|for|with|after)",
            "(fast|instant|immediate|overnight) (results|relief|healing)",
        ],
        _("Nobody can promise how therapy goes, and a promise that fails hurts somebody."),
        _("Say what you do and what people may find, with words like “can”, “often” or “many”."),
    ),
    Group(
        [
            "in (just|only|as few as|as little as|under|less than|fewer than) {few} (short |easy |simple )?(sessions?|visits|meetings|appointments)",
            "{end} … in (just |only |as few as |as little as |under |less than )?{few} (sessions?|weeks?|days?|hours?|minutes?)",
            "(feel better|new you|new person|back to normal|results|relief) … in (just |only |as few as |as little as |under |less than )?{few} (sessions?|weeks?|days?|hours?|minutes?)",
        ],
        _("How long it takes differs from person to person, so a number is a promise."),
        _("Say how often you meet and how you decide together when it is enough."),
    ),
    Group(
        [
            "(the|our|has|have|find|see|offers?|provides?) (very |absolute )?best {ours} (in|near|around|anywhere|on|at|available|you)",
            "(the|our|has|have|find|offers?|provides?) (very |absolute )?best {work} (in|near|around|anywhere|available|you|possible|money)",
            "(we|our {ours}|our team|our practice) (are|is) (simply |truly |quite simply |among |one of )?the (very )?best",
            "our {ours} (are|is) (the )?(best|finest)",
            "(leading|premier|foremost|finest|top|top-rated|highest-rated|best-rated|number one|#1|no\\. 1|world-class|world-renowned|renowned|most (trusted|experienced|effective|respected|qualified|skilled|caring)|unmatched|unrivall?ed|unparall?eled) ((mental health|group|trauma|couples|family|psychotherapy|counseling|therapy|local|area) ){0,2}({ours}|{work})",
            "the most effective {work}",
            "second to none",
            "(better|more effective) than (any )?other (therapists|therapies|practices|clinics|counselors|treatments|approaches)",
            "unlike (other|most) {ours}",
            "the only ({ours}|{work}|method) (that|which|who) … (works?|helps?|heals?)",
        ],
        _("“Best” and “leading” cannot be shown, and a claim that cannot be shown misleads."),
        _("Say what is true and can be checked: training, years, what somebody works with."),
    ),
    Group(
        [
            "what (our|my|other|past|former) (clients|patients) (say|are saying|have to say|think)",
            "(our|my) (happy |past |former )?(clients|patients) (love|rave|adore|rate|recommend|swear by|tell their friends)",
            "(happy|satisfied) (clients|patients|customers)",
            "(client|patient|customer) (testimonials?|reviews?|ratings?|success stor(y|ies))",
            "our (testimonials|reviews|ratings|success stories)",
            "(leave|write|post|give) (us |me )?an? ((google|yelp|five-star|5-star|online|short|kind|good|positive) )?review",
            "(five|5)[- ]stars?( (rated|rating|reviews?))?",
            "(highly|strongly|would|can't|cannot) recommend (her|him|them|this (practice|therapist|place|clinic)|dr\\.?|the team)( enough)?",
            "(a|one) (happy|grateful|satisfied|former|past|recent) (client|patient) (said|wrote|writes|says|raves|shared|put it)",
            "(-|--|–|—) ?(an? )?((happy|grateful|satisfied|former|past|recent|current|anonymous) )?(client|patient)",
            "(she|he|they|you|this (practice|place)|therapy here|(our|my) {ours}) (has |have |literally )?(saved|changed) (my|our) (life|lives|marriage|family)",
        ],
        _("Praise by clients is not ours to show: they may not be asked for it (APA 5.05)."),
        _("Say what you offer and let readers judge."),
    ),
    Group(
        [
            "commit(s|ted|ting)? suicide",
            "(successful|unsuccessful|failed|completed|botched) suicides?( attempts?)?",
            "suicide epidemic",
            "(just|only|merely) (a cry for (help|attention)|seeking attention|attention[- ]seeking|(doing it )?for attention)",
        ],
        _("These words blame or belittle, and can make it harder to speak up."),
        _("Say “died by suicide”, “tried to end their life”, or what somebody needs."),
    ),
    Group(
        [
            "the mentally ill",
            "(schizophrenics|borderlines|bipolars|anorexics|bulimics|psychotics|depressives|junkies)",
            "(is|are|was|be|as|being) an? (schizophrenic|borderline|bipolar|anorexic|bulimic|psychotic|junkie)(?! \\w)",
            "(drug |heroin |opioid |sex |our |many |most |help |for )addicts(?! anonymous)",
            "(drug|substance|alcohol) abusers?",
            "(wheelchair[- ]bound|confined to a wheelchair)",
            "(normal|crazy|insane|damaged|broken|sick) people",
            "mental patients?",
            "battered (women|wives|wife)",
            "(clients?|patients?|people) who fail(s|ed)? (therapy|treatment)",
            "(hysterical|crazy|needy) (women|woman|wives|wife|mothers?)",
        ],
        _("This makes a person the same as a trouble they have."),
        _("Name the person first: “people who live with …”, “someone with …”."),
    ),
    Group(
        [
            "act (now|fast|today)",
            "(call|book|sign up|enroll|register) (now|today) (before|while|and (save|receive|get))",
            "limited[- ]time( only| offer)?",
            "(spots|spaces|slots|openings|places|appointments) (are )?(filling( up)?( fast| quickly)?|going fast|running out|almost gone|limited,? so)",
            "before it(('s| is) too late| gets worse)",
            "don't (wait|delay) (another|any longer|until|a (minute|moment|day)|or )",
            "(don't|do not) miss (out|this|your chance)",
            "last chance",
            "(special|exclusive|introductory) (offer|deal|discount|price|rate)s?",
        ],
        _("Hurry is a sales trick. Somebody in distress should not be pushed."),
        _("Say what happens when they write, and that it can be when they are ready."),
    ),
    Group(
        [
            "(100%|100 percent|completely|totally|absolutely|fully|entirely|perfectly) (confidential|anonymous|private|secure)",
            "(total|complete|absolute|full) (confidentiality|anonymity|privacy|secrecy)",
            "(everything|anything|whatever|all) (that )?you (say|tell us|tell me|share|write) … (stays between us|stays in the room|(remain|stay)s? (completely |strictly )?(private|confidential|secret))",
            "(nobody|no one|no-one|no other person) will ever (know|find out|hear|see)",
            "hipaa[- ](certified|approved|accredited|guaranteed)",
        ],
        _("Confidentiality has limits set by law, and no office certifies it."),
        _(
            "Say that what people tell you is confidential, and link to the page with the exceptions."
        ),
    ),
    Group(
        [
            "(we|we'll|i|i'll|will|can|our {ours}|our {work}|let us|let me) (will |can |could )?(fix|repair|heal) (you|your (marriage|relationship|child|teen|family|husband|wife|partner|brain|mind|life|past|{trouble}))",
            "(transform|turn around|revolutioni[sz]e) your (life|marriage|relationship)",
            "(change|changes|changed) your life forever",
            "life-changing (results|therapy|treatment|transformation|breakthroughs?)",
            "(live|living) your best life",
            "(the|your) best (version of yourself|version of you|self|you)",
            "unlock your (full |true |hidden )?potential",
            "(miracle|breakthrough|revolutionary|magic|secret) (treatment|therapy|method|technique|formula|program|approach)s?",
            "(no|zero|without) side[- ]effects",
            "risk[- ]free",
        ],
        _("Readers who are unwell may take this at its word."),
        _("Say plainly what somebody can expect from the first meetings."),
    ),
]
