"""What stands around a name in a byline and is not the name, and short forms of first names."""


def listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = listed(
    """
    mr mrs ms miss mx mister missus dr doctor prof professor rev reverend fr father rabbi imam
    pastor sister brother sir dame lady lord hon honorable herr frau madame mme mlle monsieur
    señor senor señora senora sra sr srta dra capt captain col lt sgt maj chaplain elder phd
    emeritus emerita
    """
)
# They belong to the family name behind them.
PARTICLES = listed(
    """
    al bin ben da das de del della den der des di do dos du el ibn la las le los mac san st ter
    van vander von zu
    """
)
SUFFIXES = listed(
    """
    jr sr ii iii iv v junior senior esq
    """
)
# What leads to a name.
LEADS = listed(
    """
    a an the by author authors written writer words word text story essay article post posted
    guest contributor contributed contributing piece column reviewed edited editor illustrated
    pictures photos our my your this that is it from for of at in on with and or amp et al tt
    byline name names who wrote us we team colleague colleagues staff new former current notes
    desk here meet introducing interview conversation between told née nee né formerly born fka aka
    """
)
# What a title or a degree is made of.
TITLES = listed(
    """
    doctoral predoctoral postdoctoral intern internship practicum extern trainee student resident
    fellow fellowship candidate associate assistant registered licensed license certified clinical
    clinician counselor counsellor counseling counselling therapist therapy psychotherapist
    psychotherapy psychologist psychology psychiatrist psychiatric nurse practitioner social
    worker work marriage family couples mental health professional supervised supervisor
    supervisee under supervision director coordinator manager founder cofounder owner lead senior
    staff practice group member school training coach mft lmft amft lmftassociate lcsw lcswa lcswc
    lsw msw mswc swa csw licsw lisw lgsw lmsw lpc lpca lpcc lpcintern lac alc lmhc lmhca mhc rmhci
    lcpc lgpc lpcmh lcmhc ncc ncsp psyd phd edd dsw dmin md do dnp pmhnp np rn aprn lcp lp lep pps
    ba bs bsc bsw ma ms med msc mdiv mph mba edm eds edspec mahe rpt rpts atr bc bcba ladc cadc
    lcdc lcadc casac cctp emdr emdria act dbt abpp facp fapa apa pronouns she her hers he him his
    they them theirs ze zir xe xem any ella elle el iel
    """
)
# Of somebody who may be named by a letter alone.
IN_TRAINING = listed(
    """
    intern trainee practicum extern student resident fellow candidate associate supervisee
    """
)
AROUND = HONORIFICS | LEADS | TITLES

NICKNAMES = [
    listed(line)
    for line in """
    abigail abby gail
    adelaide addie heidi
    agnes aggie nessa
    albert al bert
    alexander alexandra alex al sandy sasha xander lexi sandra alejandro alejandra
    alfred al fred alf
    alice ally allie lisa
    amanda mandy
    andrew andrea andy drew andreas
    angela angie
    anne ann anna anita annie nan nancy hannah ana
    anthony tony antonio
    barbara barb babs bobbie
    benjamin ben benny benji
    bernard bernie bernadette
    bradley brad
    caroline carolyn carrie carol lynn
    catherine katherine kathryn cathy kathy kate katie kit kitty kay trina karen katarina
    charles charlie chuck chaz carlos carl charlotte lottie
    christine christina christopher chris tina kris kristen christian chrissy topher
    constance connie
    cynthia cindy
    daniel danielle dan danny dani
    david dave davy davey
    deborah debra deb debbie
    dolores lola lolita
    donald don donny
    dorothy dot dottie dolly dora theodora
    edward edmund edwin ed eddie ned ted teddy eduardo
    eleanor ellen elena nell nellie nora ella lenore
    elizabeth elisabeth liz lizzie beth betty betsy eliza elsie lisa libby bess isabel isabella ilse elise
    emily emma em emmy millie
    eugene gene
    evelyn eve evie
    florence flo flora
    frances francis frank fran francesca francisco paco frankie franklin
    frederick frederica fred freddie rick fritz
    gabriel gabriela gabrielle gabe gabby
    george georgia georgina jorge georgie
    gerald geraldine gerry jerry
    gertrude trudy gert
    grace gracie graciela
    gregory greg
    harold harry hal
    helen helena nell lena ellen
    henry hank harry henrietta hal heinrich enrique
    ignacio nacho
    isaac ike zac
    jacob jake jacqueline jackie jacky james
    james jim jimmy jamie jaime santiago diego
    jane janet jan jenny janey
    jeffrey geoffrey jeff geoff
    jennifer jen jenny jenna
    jesse jessica jess jessie
    joan joanna joanne jo joni joanie
    john jack johnny jon jonathan juan ian sean ivan johannes hans
    joseph josephine joe joey jo josie jose pepe pepito giuseppe
    joshua josh
    judith judy jude
    julia julie julian jules juliet juliana
    june junie juno junebug
    kenneth ken kenny
    kimberly kim
    laurence lawrence larry laurie
    laura lori laurie
    leonard leo len lenny
    leslie les
    louis louise lou louie luis luisa lewis
    lucille lucy lucia lucinda
    madeline maddy maddie
    margaret maggie meg peggy margie rita greta daisy marge margarita megan gretchen
    martha marty patty
    martin marty
    maribel mari bel mary marie maria
    mary marie maria molly polly mae may mamie moll marisol sol mari
    matthew mateo matt matteo matty matthias teo
    maximilian max maxine maxwell
    melissa mel melanie missy
    michael michelle mike mikey mick mickey miguel mitch misha
    nathaniel nathan nat nate
    nicholas nicole nick nicky nico nicolas klaus
    oliver olivia ollie liv
    pamela pam
    patricia patrick pat patty paddy trish tricia rick
    paul paula paulina pablo
    peter pete pedro
    philip phillip phil pip felipe
    priscilla cilla
    rachel rae shelly
    raymond ray ramon
    rebecca becky becca
    reginald reggie reg
    richard rick ricky dick rich richie ricardo
    robert roberta bob bobby rob robbie robin bert roberto rupert
    roderick rod rick
    ronald ron ronnie veronica
    rosemary rose rosa rosie rosalind rosalie
    rudolph rudy
    russell russ
    samuel samantha sam sammy samira
    sarah sara sally sadie
    savannah anna
    sebastian seb bastian
    siobhan shevaun shivaun chevonne joan
    stanley stan
    stephen steven stephanie steve stevie stef esteban stefan
    susan suzanne sue susie suzy susanna
    sylvia sylvie
    terence teresa theresa terry tess tessa
    theodore theodor theo ted teddy teodoro fedor
    thomas tom tommy tomas thomasina
    timothy tim timmy
    valerie val valentina
    victor victoria vic vicky tori
    vincent vince vinny
    virginia ginny ginger
    walter walt wally
    wendy gwendolyn gwen
    william wilhelmina bill billy will willie liam wilhelm guillermo willa wilma mina memo
    zachary zach zack zak
    """.strip().splitlines()
]
