"""What people type in danger or in fear for somebody; and what only sounds like it, or is no such thing."""

DANGER = """
i want to die
suicide
sucide
suicidal thoughts
i want to kill my self
kil myself
how to tie a noose
no reason to live
everyone better off without me
my family would be better off without me
everybody would be happier if i was gone
i cant do this anymore
i dont want to wake up tomorrow
wish i could fall asleep and never wake up
not suicidal but don't want to be here
I'm not suicidal, I just wish I didn't exist
my daughter is cutting herself
my friend says she wants to kill herself
my husband hits me
my boyfriend choked me
he wont let me leave the house
my partner hurts me
daddy hurts mommy
im scared of my dad
overdose
took too many pills
i took a whole bottle of tylenol
988
suicide hotline
how many pills does it take to die
end it all
unalive myself
kms
wanna be dead
id be better off dead
i want to hurt someone
im going to kill him
afraid i will hurt my baby
thoughts of harming my baby
hearing voices telling me to jump
no one would miss me
nothing to live for
life is not worth living
tired of being alive
i want the pain to stop forever
thinking about ending it
raped
someone touched me
sexual assault
my dad touches me at night
cutting
self harm
i cut myself
relapsed self harm
quiero morir
me quiero matar
mi esposo me pega
no quiero vivir
mi novio me golpea
sobredosis
me corto
quitarme la vida
ya no puedo mas
violencia domestica
i have a gun and want to use it
jumping off a bridge
my son is talking about suicide
what do i do if my friend is suicidal
partner threatens to kill himself if i leave
he threatened me with a knife
i feel hopeless
whats the point of living
i feel like a burden to everyone
can't go on
i dont feel safe at home
help my husband is violent
domestic abuse
i am being abused
goodbye everyone
suiside
suicdal
overdoze
i hate my life and want it over
want to disappear forever
she swallowed pills
my kid wants to die
my teenager said she wishes she was dead
i dont see a future
emergency
i need help right now
crisis line
hurting myself
burning myself with cigarettes
dont want to be alive
i shouldnt be alive
i wish i was never born
please make it stop
i cant live like this
i think i might hurt myself tonight
is it normal to think about dying every day
i planned how to die
writing a goodbye letter
my ex is stalking me
im going to end it tonight
todos estarian mejor sin mi
kill myself tonite
i wanna kms
grandpa touches me
i'd rather be dead
my wife attacked me
being hit at home
i want to stab my boss
i want to kill myself
kms tonight fr
everyone would be happier if i was gone
how many tylenol would it take
just swallowed a whole bottle of my moms sleeping pills
sucidal thoughts wont stop
my husband is sitting in the garage with a gun and wont answer me
she texted me goodbye and now her phone is off
cutting again, it wont stop bleeding
i keep burning myself with a lighter so i feel something
standing on the bridge
thinking of ending it all
no reason left to live since she died, i want to be with her
postpartum and i think the baby would be better off without me alive
wrote my note already
my son said hes going to hang himself
he choked me last night
my wife hits me and nobody believes a man
afraid to go home he said he'd kill me if i left
boyfriend wont let me leave the house and took my phone and money
my ex keeps following me to work and says ill regret it
my partner forced me to have sex
i was raped at a party on saturday
stepdad touches me at night
im 13 and my dad beats me with a belt
my parents kicked me out because im gay and i wanna die
trans teen suicide hotline
think my neighbor is hurting her little boy, he has bruises everywhere
friend took too much fentanyl and is turning blue
voices are telling me to hurt my baby
army vet, cant do this anymore, loaded pistol on the table
marine buddy from my unit says hes done with life
me quiero morir
ya no quiero vivir
mi hija se esta cortando los brazos
me tome muchas pastillas
como suicidarse sin dolor
mi esposo me pega y tengo miedo
mi novio me amenaza con matarme
abusaron de mi cuando iba a casa
mi padrastro me toca y tengo 12 años
soy veterano y pienso en quitarme la vida
dont want to wake up tmrw
im done with life, cant keep pretending
i wrote goodbye letters to my kids
everyone would be better off if i was gone
suicidle and nobody to call
what if i just drove off the bridge on the way home
relapsed on sh last night, its deep
my roomate says shes going to end it tonight what do i do
i keep lining up the pills and putting them back
swallowed a whole bottle an hour ago and now im scared
I am 71, my wife is gone, and I would like to be with her soon. I have made the arrangements.
my husband choked me
he said hell kill me if i ever leave
boyfriend took my keys and wont let me out of the house
hiding in the bathroom she is throwing things at the door
got raped friday
my boss forced himself on me last nite i cant stop shaking
my ex is outside my apartment again with a knife
she hits me and nobody beleives a man
i think my sister is getting beat by her bf
stepdad comes in my room at night
im 14 and i want to die
my kid told her teacher she wants to be dead
girl in my class posted a goodbye on her story should i tell a grownup
somebody is hurting my grandson, there are bruises on his back
parents kicked me out for being trans, nowhere to sleep, dont want to live
vet husband sitting in the garage with his gun
ex marine, cant live with what i did over there
army buddy quit answering after he said he was ready to join the others
my son od'd hes not waking up
voices telling me to hurt the baby
im going to hurt somebody if i dont get help
me quiero morir
ya no aguanto mas, quiero desaparecer para siempre
me tome todas las pastillas
nadie me va a extrañar cuando ya no esté
mi marido me pega
me amenazó con una pistola si lo dejo
anoche abusaron de mi y no se a quien decirle
mi hija de 13 dice que se quiere matar
mi nieta se corta los brazos
el novio de mi mamá me toca
mi hermano volvió de la guerra y habla de quitarse la vida
tengo miedo de lo que le puedo hacer a mi bebé, oigo voces
""".strip().splitlines()
CALM = """
killing it at work
suicide squad review
dying to know
my back is killing me
to die for brownies
kill time
cuteness overdose
killing two birds with one stone
dead tired
midlife crisis
identity crisis
emergency contact
cutting board
hit me up
beats me
die hard movie
drop dead gorgeous
burn myself out
beating myself up
my phone died
deadline stress
shoot me an email
killer workout
murder mystery
identity crisis at 40
substance abuse
dying of embarrassment
this job is killing me
deadlines are killing me
bombing the interview
i would kill for a coffee
die laughing
hang in there
break a leg
crush it
shotgun wedding
hit the gym
cut back on drinking
cut ties with mother
my plants keep dying
i'm dying to meet her
suicide doors car
career suicide
overdosing on sugar
knock them dead
killing the mood
kill switch
stab at writing
what a killer
anxiety
therapist for my husband
spanish speaking therapist
how to leave a therapist
can i bring my dog
grief
sleep
what do i say
is what i have bad enough
couples counseling
do you take insurance
hana wexler
how do i choose somebody
drinking too much
my son has stopped talking at dinner
children of divorce
emdr
nothing helps
when a good cry doesn't help
panic attacks at night
postpartum depression
i feel sad
who can help me sleep
therapist who will push me
help me choose
evening appointments
what if somebody at home sees
""".strip().splitlines()
