"""Words that people say around what they look for. Of these ``AROUND`` count only where nothing else was said, and
``WEAK`` a little."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


AROUND = words(
    """
    a an the and or but if of for to in on at by with about from as into is are was were be been am do does did have
    has had i im ive id we us our my me mine you your it its this that these those there here can could would should
    will shall may might not no so just any some who what where when why how which whose get got need needs want wants
    looking look find finding search show tell know like really very much more than then also please hi hello dear
    anyone anybody someone somebody something one im dont cant isnt feel feeling go going us their says said say
    wont wouldnt couldnt shouldnt arent wasnt werent havent hasnt hadnt doesnt didnt youre hes shes theyre weve theyve
    theres whats thats lets gonna wanna gotta make even ever since because only thing own been being over
    between difference idea all today tonight tomorrow tomorrows yesterday now way used

    el la los las un una unos unas y o de del al a en con por para que como cuando donde quien es soy estoy esta
    mi mis me su sus tu yo se lo le les no si busco buscar necesito quiero tengo tiene hay algo alguien
    """
)
WEAK = words(
    """
    therapist therapists therapy therapies counselor counselors counsellor counseling counselling psychologist
    psychologists clinician clinicians doctor doctors dr psychotherapy psychotherapist psychotherapists help helps
    helping issue issues problem problems treatment treat treats support session sessions speak speaks speaking
    article articles blog post posts essay writing page pages practice people person team staff good best near
    terapeuta terapeutas terapia psicologo psicologa ayuda consejero habla hable hablan problema problemas articulo
    accepts accept accepting take takes time times day days always lot every still keep myself everyone everybody everything anymore month months year years ago start see seen he she they him her them his hers
    """
)
