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
    up out off down too maybe again other others another anything nothing each every both either neither while until
    till after before during without within per through such same most many few several lots less least enough quite
    rather almost already yet else if whether though although however unless across against among upon onto via come
    comes coming came goes gone went done doing did made making put puts gets getting got gives give given gave keeps
    kept tell tells told ask asks asked asking think thinks thinking know knows knew known mean means meant try tries
    tried trying thing things stuff kind sort bit somehow somewhere someplace anywhere everywhere nowhere actually
    basically probably possibly literally honestly totally completely okay ok yes yeah u ur id r pls plz thx thanks
    thank sorry hey guys having himself herself itself ourselves themselves whatever whenever whoever wherever whom why
    cause cuz around instead
    makes ever wud cud rite ther wanna idk tho til till
    between difference idea all today tonight tomorrow tomorrows yesterday now way used

    el la los las un una unos unas y o de del al a en con por para que como cuando donde quien es soy estoy esta
    muy mas pero sin sobre entre hasta desde todo toda todos todas este esta estos estas ese esa esos esas aqui ahi
    puede puedo pueden podria quiere quieren hacer hago hace ser estar fue era han he ha sido va voy van ir tambien ya
    cada otro otra otros otras nos nosotros ella ellos ellas usted ustedes cual cuales porque uno dos
    mi mis me su sus tu yo se lo le les no si busco buscar necesito quiero tengo tiene hay algo alguien
    mucha mucho muchas muchos tanta tanto tantas tantos poca poco pocas pocos tan demasiado demasiada demasiados bastante
    siempre nunca tambien ni aunque asi luego ahora hoy ayer antes despues mientras aun todavia mismo misma nuestro
    nuestra nuestros nuestras ello ellas esto eso aquello aquel aquella te ti nadie nada alguna algun algunos algunas
    ninguna ningun quisiera queremos deseo gustaria creo sabe saber siento sentir sentirme hemos estamos estan tenemos
    tienen tener tenia haber habia hubo somos eran era donde adonde cuanto cuanta cuantos cuantas que quienes durante
    segun hacia cosa cosas vez veces gracias hola por favor buenas buenos ustedes usted pueda puedan puedes podemos deja
    dejar dejo vivo vive vivir
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
    day days week weeks hour first last next new old big small little short right left place places use uses using
    happen happens happened happening thought turn turns turned start starts started starting stop stops stopped
    work works working bring brings talk talks talking call called two three four five
    """
)
