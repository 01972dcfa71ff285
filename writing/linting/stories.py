"""How a passage sounds that tells of one client. Written like the phrases in ``phrases.py``.

What all have in common: one person, and something that happened once. "Many clients say", "a client
may feel" and "whenever a couple argues" are about nobody.
"""

WORDS = {
    "patient": "(client|patient|couple(?! of\\b)|family|group member)",
    "person": "(client|patient|couple(?! of\\b)|family|woman|man|teenager|teen|adolescent|boy|girl|guy|gentleman"
    "|lady|mother|father|mom|mum|dad|parent|grandmother|grandfather|widow|widower|veteran|retiree"
    "|young person|young adult|(college|graduate|high school|university) student|[0-9]+-year-old( \\w+)?"
    "|[a-z]+-year-old( \\w+)?)",
    "a": "(an?|one|another|this|that|my (very )?first|my last)",
    "some": "((?!(who|whom|that|and|or|may|might|can)\\b)[\\w,'-]+ )",  # adjectives, mostly
    "adverb": "((once|recently|finally|then|first|briefly|currently|also|later|still|long ago|years ago) )",
    "saw": "(saw|treated|counsell?ed|worked with|met with|sat with|(had|have|'ve|'d) (seen|been seeing"
    "|worked with|been working with|treated|met|sat with)|was (seeing|working with|treating)"
    "|(am|'m) (seeing|working with|treating)|used to (see|work with)|see now)",
    "past": "(\\w+ed|said|told|came|began|felt|had|was|were|went|got|found|left|sat|spoke|broke|brought"
    "|thought|kept|knew|lost|made|met|put|ran|saw|taught|took|wept|wrote|did|gave|grew|held|heard|hid|lay"
    "|paid|sent|slept|spent|stood|understood|woke|wore|fell|drove|chose|became|forgot|drew|sought|swore)",
    "therapy": "(therapy|counsell?ing|treatment|my office|our office|my practice|our practice|our clinic"
    "|see me|see us|work with me|work with us|my consulting room|my care|the practice|the clinic)",
    "start": "(came|arrived|walked|started|began|entered|sought|returned|(was|were) referred)( back)?( in)?"
    "( to| into| at| in| for)?",
    "nobody": "(?!(People|Clients|Patients|They|Many|Some|Most|Who|Everyone|Nobody|Someone|Others|Women"
    "|Men|Children|Parents|Couples|Families|Teens|Adults|You|We|I)\\b)",
    "which": "(first|second|third|fourth|fifth|sixth|next|last|final|early|earliest|most recent)",
}

TELLS = [
    # somebody of ours
    "(an?|one|another|that) {some}{0,2}{patient} of (mine|ours)",
    "(?<!every )(?<!any )(?<!each )one of (my|our) {some}{0,2}(clients|patients|couples)(?!')",
    "{a} {some}{0,3}{person},? ((who|whom|that) )?(i|we) ?{adverb}?{saw}",
    "(i|we) ?{adverb}?{saw} {adverb}?{a} {some}{0,4}{person}",
    "(i|we) {adverb}?((had|have)|'ve|'d) {adverb}?(an?|one|another) {some}{0,3}{patient} (who|whose|that|named|called|once|years|last|this|in)",
    "(i|we) ?(am|'m|are|'re|was|were) (currently |now |still )?(seeing|working with|treating) an? {some}{0,5}(who|whose|in (his|her|their))",
    "(i|we) (still |often |sometimes )?(remember|recall|think (of|about)|am thinking of|will never forget|'ll never forget) (an?|one) {some}{0,4}{patient}",
    # one client, and what happened
    "(an?|one|another|this|that|the|my|my (very )?first|my last) {some}{0,2}(client|patient),? ((who|whom) )?{adverb}{0,2}{past}",
    "(an?|one|another) \\w+ … {start} {therapy}",
    "(she|he) {adverb}{0,2}{start} {therapy}",
    # what was said in the room
    "(in|during|at|by|after|before|toward the end of) (our|his|her|one|that) {which} (session|meeting|appointment|hour|visit)( together)?,? … (she|he|i) {adverb}?{past}",
    "(she|he) {adverb}?{past} … (in|during|at|by|after) (our|his|her|that) ({which} )?(session|meeting|appointment|hour|visit)s?( together)?",
    # disguised, which is not the same as nobody
    "not (her|his|their) real names?",
    "(names?|details|identifying \\w+) (and \\w+ \\w* ?)?((has|have|had) been|were|was|are) (changed|altered|disguised)",
    "whom? (i|we)( will|'ll| shall) call",
]

# Said of somebody who may be anybody: only when nothing in the sentence places them elsewhere.
PERHAPS = [
    "{a} {some}{0,4}{person} … said ((this|that|so|it|something) )?to (me|us)",
    "{a} {some}{0,4}{person} … (told|asked|confided in|wrote to|wrote|emailed|called|texted|thanked) (me|us)",
    "{a} {some}{0,4}{person} … (came|was referred|were referred|turned) to (me|us)",
]

# With capital letters as they are.
NAMED = [
    "([Ll]et's|[Ll]et us|I'll|I will|we'll|we will) call (her|him|them|this (client|patient|woman|man|couple)) \"?[A-Z]\\w+",
    "[A-Z][a-z]+ \\([0-9]{2}\\)",
    "[A-Z][a-z]+, (age )?[0-9]{2},",
    "[A-Z][a-z]+,? (is |was )?an? {some}{0,2}([0-9]+|[a-z]+)-year-old",
    "[A-Z][a-z]+,? (is |was )?an? {some}{0,3}(client|patient) (who|of|at|in|here)",
    "{nobody}(When |After |Before )?([A-Z][a-z]+|[A-Z]\\.)( and [A-Z][a-z]+)?,? … {start} {therapy}",
]

# In front of it, these make it nobody in particular, or somebody in another's story.
GENERAL = [
    "if", "whether", "imagine", "suppose", "picture", "whenever", "unless", "sometimes", "often", "usually",
    "typically", "frequently", "every", "each", "any", "may", "might", "when i was", "as a client",
    "what would", "study", "studies", "research", "film", "movie", "novel", "documentary", "podcast",
    "memoir", "character",
]  # fmt: skip
ELSEWHERE = [
    "train", "bus", "plane", "flight", "street", "store", "supermarket", "party", "park", "conference",
    "workshop", "church", "cafe", "café", "radio", "checkout", "airport", "wedding", "neighbor*", "gym",
    "book", "song", "interview", "poem", "class", "school",
]  # fmt: skip
ANSWERED = [
    "composites?",
    "(combined|drawn|put together|woven|assembled|blended|stitched( together)?|made up|built|pieced together) (from|of|out of) (many|several|a number|various|different|dozens|a few|lots|hundreds)",
    "no ?one … is one person",
    "not (any )?(one|a single|a real|any single) (person|client|patient|couple|individual)",
    "with (his|her|their|written|full|explicit|the client's|the couple's|the family's|everyone's)( \\w+)? (permission|consent)",
    "(shared|told|used|published|written|included|retold) (here )?with (permission|consent)",
    "(gave|given|gives) … (permission|consent) (to|for)",
    "(invented|fictional|fictitious|imaginary|made-up) (\\w+ )?(person|client|patient|couple|character|example|story|case|figure|family|people|woman|man)",
    "(is|are) (entirely |completely |purely )?(invented|fictional|fictitious|imaginary|made up)",
]
