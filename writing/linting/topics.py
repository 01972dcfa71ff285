"""What a text is about when it should show crisis help. Written like the phrases in ``phrases.py``."""

NAMES = [
    # suicide
    "suicid*", "(kill|killing|killed|kills) (my|your|him|her|them|one|our)sel(f|ves)",
    "(end|ending|ended|take|taking|took) (my|your|his|her|their|one's|our) (own )?(life|lives)",
    "(want|wants|wanted|wanting|wish|wishing|wished) to (die|be dead|not (be alive|wake up|exist))",
    "not want(ing|s)? to (be alive|live( any ?more)?|be here any ?more|wake up)",
    "(don't|doesn't|didn't) want to (be alive|live( any ?more)?|be here any ?more|wake up)",
    "(wish|wishing|wished) (i|you|he|she|they) (was|were|could be) (dead|gone|never born)",
    "better off (dead|without (me|you|him|her|them))", "no longer want(ing|s)? to live", "reasons? to (live|stay alive)",
    "(plan|plans|planning|planned) (to die|how (to|(i|you|he|she|they) would) die|(my|your|his|her|their) (own )?death)",
    # self-harm
    "self-?( )?harm*", "self-?( )?(injur|mutilat)*",
    "(cut|cuts|cutting|burn|burns|burning|harm|harms|harming|injure|injuring) (my|your|him|her|them|one)sel(f|ves)( on purpose)?",
    "(hurt|hurts|hurting) (my|your|him|her|them|one)sel(f|ves) (on purpose|deliberately|physically|to (cope|feel))",
    "(teen|teenager|adolescent|daughter|son|child|kid|girl|boy|friend)s? (who )?(cut|cuts|(is|are) cutting)(?! (class|school|corners|off|in|the|back))",
    # eating disorders
    "eating disorders?", "disordered eating", "anorexi*", "bulimi*", "orthorexi*", "arfid",
    "binge[- ]?(eat*|ing)", "bing(e|ing|eing) and purg*", "purging", "(starve|starving|starved) (my|your|him|her|them)sel(f|ves)",
    "(make|makes|making|made) (my|your|him|her|them)sel(f|ves) (throw up|vomit|sick)",
    "(throw|throws|threw|throwing|vomit|vomits|vomited|vomiting) (up )?after (\\w+ )?(meals?|eating|dinner|lunch|food)",
    # abuse and violence
    "(child|childhood|sexual|physical|emotional|domestic|verbal|elder|spousal|spouse|partner|psychological|narcissistic|spiritual|financial|ritual|clergy|dating|family|parental|sibling) abuse",
    "abus(ed|er|ers|ing)", "abusive (\\w+ )?(relationship|partner|marriage|husband|wife|boyfriend|girlfriend|parent|father|mother|home|family|household|childhood|ex|spouse|person)s?",
    "surviv(or|ors|ing|ed) (of )?abuse", "(history|histories|cycle|signs|victims?|effects?|trauma|years|forms|survivors?|patterns?|memories) of (\\w+ )?abuse",
    "(leave|leaving|left|escape|escaping) an abusive", "(domestic|intimate partner|partner|dating|sexual|family) violence",
    "sexual(ly)? (assault|abuse|molest|harass|exploit)*", "rap(e|ed|ist|es)", "molest*", "incest*", "coercive control",
    "(hit|hits|hitting|beat|beats|beating|choke|chokes|choked|choking|strangle|strangled|shove|shoves|shoved) (me|you|her|him|them|us)",
    "(afraid|scared|frightened) of what (he|she|they|(your|my|her|his) \\w+) (will|might|would|could) do",
    "human trafficking", "neglect and abuse", "abuse and neglect",
    "(afraid|scared|frightened|terrified) of (my|your|her|his|their|a) (partner|husband|wife|boyfriend|girlfriend|spouse)",
]  # fmt: skip

# The same words for something else.
OTHER_SENSES = [
    "(career|political|social|commercial|economic|professional|financial|corporate|electoral) suicide",
    "suicide (squad|doors?|blonde|bidding|runs?|burn|drills?|king|pass|squeeze|lunch)s?",
    "(drug|alcohol|substance|opioid|prescription) (abuse|abus(ed|er|ers|ing))",
    "abus(e|ed|es|ing) (of )?(notation|power|alcohol|drugs|substances|the word|the term|trust|process|the system|language|privileges?|authority)",
    "(abused|abuse) (word|term|phrase|cliche|privileges?)s?",
    "binge[- ]?(watch|read|play|listen)*", "purg(ing|e|ed) … (closet|files|inbox|emails?|records|data|photos|clutter|garage|list|database|clothes)",
    "(take|takes|taking|took) (my|your|his|her|their|one's|our) (own )?(life|lives) (savings|in (my|your|his|her|their) \\w*|back|seriously|for granted|one|day|into|lessons|apart|advice|along|forward|further|as)",
    "(embarrass*|mortif*|ashamed|bored|cringe*) … (want|wants|wanted) to die", "(want|wants|wanted) to die of (embarrassment|shame|boredom|laughter|laughing)",
    "(beat|hit)s? (you|me|him|her|them) (to it|up about|that|like|at|by|in)",
    "cut(ting|s)? (my|your|him|her|them|one|our)sel(f|ves) (a|an|some|off|short|loose|out|shaving|cooking|while|when|chopping|in half)",
    "burn(s|ing|t|ed)? (my|your|him|her|them|one|our)sel(f|ves) (out|on|while|cooking)",
    "rape(seed| seed)( oil)?", "kill(ing|ed)? (my|your|him|her|them)sel(f|ves) (laughing|over|with (work|overtime))",
]  # fmt: skip

# A sentence that only says where to find help does not make a text be about it.
SIGNPOSTS = [
    "988",
    "911",
    "741741",
    "hotlines?",
    "lifelines?",
    "crisis (line|text)s?",
    "helplines?",
    "emergency room",
]
