"""What readers of the demo's pages wrote down who had never seen its search, and which pages answer it."""

LINES = """
aceptan mi seguro | /fees/ /team/
grief articles to read | /blog/specialty/grief/ /blog/when-a-good-cry-doesnt-help/ /blog/
tamil | /team/priya-cole-ramanathan/ /team/ /notices/accessibility/
punjabi wala counsellor | /team/gurtej-saroya/ /team/ /notices/accessibility/
okonjo | /team/idris-okonjo-vale/ /blog/author/idris-okonjo-vale/
accidente de carro y sigo con miedo | /specialties/trauma/ /team/mateo-arrizabal/ /approaches/emdr/ /team/marisol-tennant/
can my golden retriever come along | /faq/
58yo M chronic insomnia, needs CBT-I, pt has Cascade | /team/gurtej-saroya/ /specialties/sleep/ /groups/a-saturday-on-sleep/
who do I ask about an invoice | /contact/ /notices/good-faith-estimate/ /team/
zoom or do i need to download an app | /contact/
arizabal | /team/mateo-arrizabal/ /blog/author/mateo-arrizabal/
depresión | /specialties/depression/ /team/mateo-arrizabal/ /team/marisol-tennant/ /team/hana-wexler/ /team/june-aldecott/ /team/priya-cole-ramanathan/ /team/idris-okonjo-vale/ /team/wren-castellane/
I'm a man in my 50s and my wife says see someone or she leaves | /team/idris-okonjo-vale/ /specialties/couples/ /team/theo-brandvold/ /blog/the-argument-about-the-dishwasher/
my daughter is 15 and spends every hour in her room | /specialties/teenagers/ /team/idris-okonjo-vale/ /blog/my-son-has-stopped-talking-at-dinner/ /team/wren-castellane/
GAD | /specialties/anxiety/ /groups/worry-in-company/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/june-aldecott/ /team/wren-castellane/ /team/marisol-tennant/ /team/gurtej-saroya/
ive cried for weeks and it doesnt make me feel better | /blog/when-a-good-cry-doesnt-help/ /specialties/grief/ /team/hana-wexler/ /specialties/depression/
RN totally fried after night shifts | /specialties/burnout/ /team/priya-cole-ramanathan/ /team/gurtej-saroya/ /team/june-aldecott/ /blog/rest-that-isnt-recovery/
custody evaluation | /about/ /specialties/teenagers/
how much of my deductible is left | /fees/
where can i park | /locations/the-house-on-larch-street/ /locations/the-rooms-above-the-library/ /locations/
going to be in Seattle for a month, can we keep meeting | /faq/ /team/ /contact/
address | /contact/ /locations/ /locations/the-house-on-larch-street/ /locations/the-rooms-above-the-library/
wren they/them | /team/wren-castellane/ /blog/author/wren-castellane/
ptsd | /specialties/trauma/ /team/mateo-arrizabal/ /approaches/emdr/ /team/noor/ /team/marisol-tennant/
what days are you in the library building | /locations/the-rooms-above-the-library/
came back from vacation just as tired | /blog/rest-that-isnt-recovery/ /specialties/burnout/ /blog/series/tired-is-not-one-thing/ /team/priya-cole-ramanathan/
panic attaches | /specialties/anxiety/ /approaches/cbt/ /groups/worry-in-company/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/june-aldecott/ /team/wren-castellane/
fragrance free office | /notices/accessibility/
ASL | /notices/accessibility/ /notices/language-help/
how many weeks does cognitive therapy take | /approaches/cbt/ /specialties/sleep/
she cheated | /specialties/couples/ /team/theo-brandvold/ /approaches/eft/ /team/samira-belkadi-thorne/
superbill | /fees/ /get-started/
my birth was a nightmare and i relive it whenever i lie down | /specialties/becoming-a-parent/ /team/samira-belkadi-thorne/ /specialties/trauma/ /team/mateo-arrizabal/
my grandma only speaks Vietnamese | /notices/language-help/ /notices/accessibility/
Vancouver WA telehealth | /team/ /team/hana-wexler/ /team/priya-cole-ramanathan/ /team/mateo-arrizabal/ /team/gurtej-saroya/ /team/theo-brandvold/ /faq/ /groups/worry-in-company/
pria cole ramanathen | /team/priya-cole-ramanathan/ /blog/author/priya-cole-ramanathan/
mom rage | /specialties/becoming-a-parent/ /blog/questions-asked-at-four-in-the-morning/ /team/samira-belkadi-thorne/ /groups/the-first-year-with-a-baby/
Dr Tennant | /team/marisol-tennant/ /blog/author/marisol-tennant/
phone call sessions no camera | /team/priya-cole-ramanathan/ /team/gurtej-saroya/ /team/
google reviews | /about/
my cat of 17 years died | /specialties/grief/ /team/hana-wexler/ /team/june-aldecott/ /team/samira-belkadi-thorne/ /blog/when-a-good-cry-doesnt-help/
eye movement therapy | /approaches/emdr/ /team/mateo-arrizabal/ /specialties/trauma/
jobs | /careers/ /training/
in depth long term talk therapy about my childhood | /approaches/psychodynamic/ /team/marisol-tennant/ /team/hana-wexler/ /team/june-aldecott/
why do i hate my husband since the baby came | /blog/questions-asked-at-four-in-the-morning/ /specialties/becoming-a-parent/ /team/samira-belkadi-thorne/ /specialties/couples/ /team/theo-brandvold/
cbt | /approaches/cbt/ /team/samira-belkadi-thorne/ /team/wren-castellane/ /team/idris-okonjo-vale/ /team/gurtej-saroya/
do i have to tell you all of what he did to me | /specialties/trauma/ /team/mateo-arrizabal/ /team/noor/ /approaches/emdr/
accessibility | /notices/accessibility/ /locations/the-house-on-larch-street/ /locations/ /locations/the-rooms-above-the-library/
we havent had sex in 2 years is that something you deal with | /specialties/couples/ /team/theo-brandvold/
nurse burnd out crying | /specialties/burnout/ /team/priya-cole-ramanathan/ /team/june-aldecott/ /blog/rest-that-isnt-recovery/ /team/gurtej-saroya/
who supervises june | /team/june-aldecott/ /training/ /team/marisol-tennant/
childhod abuse survivor adult | /specialties/trauma/ /team/mateo-arrizabal/ /team/marisol-tennant/ /team/noor/
I need a parenting evaluation for court, do you do these | /about/
why am i so tired when i lay in bed 9 hours | /blog/rest-that-isnt-recovery/ /specialties/sleep/ /team/gurtej-saroya/ /blog/nine-things-that-look-like-laziness/ /blog/series/tired-is-not-one-thing/
practicum | /training/ /blog/on-being-new-at-this/
coming out | /specialties/identity/ /team/wren-castellane/ /team/idris-okonjo-vale/
waitlist | /team/ /team/gurtej-saroya/ /team/noor/ /team/marisol-tennant/ /groups/living-on-after-a-loss/
hebrew | /team/hana-wexler/
panic atacks | /specialties/anxiety/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/wren-castellane/ /team/june-aldecott/ /team/marisol-tennant/ /team/noor/ /team/gurtej-saroya/
billing | /contact/ /fees/
cbt-i | /specialties/sleep/ /approaches/cbt/ /team/gurtej-saroya/ /groups/a-saturday-on-sleep/
wake up 3am mind racing | /specialties/sleep/ /specialties/anxiety/ /team/gurtej-saroya/ /groups/a-saturday-on-sleep/ /team/priya-cole-ramanathan/
teen therapist juniper basin plan | /team/idris-okonjo-vale/ /specialties/teenagers/ /team/ /fees/
afraid of my husband | /team/noor/ /specialties/couples/ /blog/the-argument-about-the-dishwasher/ /specialties/trauma/ /approaches/eft/
help for teenage son | /specialties/teenagers/ /team/idris-okonjo-vale/ /blog/my-son-has-stopped-talking-at-dinner/ /team/wren-castellane/ /team/theo-brandvold/
trabajo para terapeutas | /careers/ /contact/
How do I know if what I have is bad enough for therapy? | /faq/
sleeo class in january | /groups/a-saturday-on-sleep/ /groups/ /team/gurtej-saroya/
interpete para mi abuela | /notices/language-help-es/ /notices/accessibility/ /notices/language-help/
waht if one of us wants out and the other one wants to save the marriage | /specialties/couples/ /team/theo-brandvold/ /approaches/eft/
pyschologist position older adults | /careers/
onlin anxeity group | /groups/worry-in-company/ /groups/ /team/priya-cole-ramanathan/ /team/gurtej-saroya/
my husband came back from iraq and screms in his sleep | /team/mateo-arrizabal/ /specialties/trauma/ /specialties/sleep/ /approaches/emdr/
suprise bill | /notices/good-faith-estimate/
drinking records stay private | /notices/privacy-practices/
are you hiring licensed social workers right now | /careers/ /contact/
mi hija es trans y tiene 15 años | /team/wren-castellane/ /specialties/identity/ /specialties/teenagers/ /team/idris-okonjo-vale/
we just sit in front of the tv and dont talk anymore | /specialties/couples/ /team/theo-brandvold/ /approaches/eft/
openings | /team/
divorce | /specialties/grief/ /specialties/couples/ /team/theo-brandvold/
Can I delete the message I sent you yesterday? | /privacy/
emrd | /approaches/emdr/ /team/mateo-arrizabal/
evning apointments available | /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/june-aldecott/ /team/idris-okonjo-vale/ /team/gurtej-saroya/ /team/
depresed | /specialties/depression/ /team/wren-castellane/ /team/june-aldecott/ /team/hana-wexler/ /team/idris-okonjo-vale/ /team/priya-cole-ramanathan/ /team/mateo-arrizabal/ /team/marisol-tennant/
can you use my chosen name and not the one on my insurance card | /specialties/identity/ /get-started/ /team/wren-castellane/
cant win against my thoughts | /approaches/act/ /team/priya-cole-ramanathan/
child of immigrants always translating | /specialties/identity/ /team/idris-okonjo-vale/ /team/mateo-arrizabal/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /blog/nine-things-that-look-like-laziness/
doctoral internship deadline | /training/
mi hijo ya no me habla | /blog/my-son-has-stopped-talking-at-dinner/ /specialties/teenagers/ /team/idris-okonjo-vale/
I lost my job and can't pay 200 dollars a week, is there any way | /fees/ /team/june-aldecott/ /team/wren-castellane/ /blog/on-being-new-at-this/ /get-started/
mother in law problems | /specialties/couples/ /team/samira-belkadi-thorne/ /approaches/family-systems/ /team/theo-brandvold/
my husband died in march and everyone says i should be over it by now | /specialties/grief/ /groups/living-on-after-a-loss/ /team/hana-wexler/ /team/june-aldecott/ /team/marisol-tennant/ /team/samira-belkadi-thorne/ /blog/when-a-good-cry-doesnt-help/
okonjo vale | /team/idris-okonjo-vale/ /blog/my-son-has-stopped-talking-at-dinner/
Medicare | /fees/ /get-started/
cheap therapy no insurance | /fees/ /team/june-aldecott/ /team/wren-castellane/ /blog/on-being-new-at-this/ /training/ /get-started/ /notices/good-faith-estimate/
no pueod dormir | /specialties/sleep/ /team/mateo-arrizabal/ /team/gurtej-saroya/ /groups/a-saturday-on-sleep/
eldest daughter syndrome | /team/priya-cole-ramanathan/ /specialties/burnout/
cascade mutual | /fees/ /team/hana-wexler/ /team/idris-okonjo-vale/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/gurtej-saroya/ /team/
intership | /training/ /careers/
emdr en español | /team/mateo-arrizabal/ /approaches/emdr/
consultation for colleagues, psychodynamic | /team/marisol-tennant/ /approaches/psychodynamic/
dont use my deadname on mail | /specialties/identity/
feel nothing numb flat | /specialties/depression/ /specialties/trauma/ /team/june-aldecott/ /team/hana-wexler/ /team/priya-cole-ramanathan/ /team/mateo-arrizabal/ /team/wren-castellane/ /team/idris-okonjo-vale/
full DBT program with skills group and phone coaching | /approaches/dbt/
wish i cud just not wake up | /blog/a-thought-that-frightens-you/ /specialties/depression/ /team/mateo-arrizabal/
didnt cry at the funeral whats wrong with me | /blog/when-a-good-cry-doesnt-help/ /specialties/grief/ /team/hana-wexler/
CBT-I provider | /team/gurtej-saroya/ /specialties/sleep/ /approaches/cbt/ /groups/a-saturday-on-sleep/
depresión posparto | /specialties/becoming-a-parent/ /team/samira-belkadi-thorne/ /blog/questions-asked-at-four-in-the-morning/ /groups/the-first-year-with-a-baby/ /team/hana-wexler/
intérprete gratis | /notices/language-help-es/ /notices/language-help/ /notices/accessibility/
murió mi mamá, ayuda con el duelo | /specialties/grief/ /team/hana-wexler/ /groups/living-on-after-a-loss/ /blog/when-a-good-cry-doesnt-help/ /team/marisol-tennant/ /team/june-aldecott/ /team/samira-belkadi-thorne/
awake evry nite mind racing over money | /specialties/anxiety/ /specialties/sleep/ /team/gurtej-saroya/ /groups/worry-in-company/ /team/priya-cole-ramanathan/ /groups/a-saturday-on-sleep/
superbill for out-of-network reimbursement | /fees/ /get-started/
tired of versus tired from | /blog/rest-that-isnt-recovery/ /blog/series/tired-is-not-one-thing/
sliding scale, do you need proof of income | /fees/ /team/wren-castellane/ /team/june-aldecott/ /blog/on-being-new-at-this/
20 yrs later still miss him | /specialties/grief/ /team/hana-wexler/ /groups/living-on-after-a-loss/ /team/june-aldecott/ /team/samira-belkadi-thorne/ /team/marisol-tennant/ /blog/when-a-good-cry-doesnt-help/
i hate my husband since the baby came | /blog/questions-asked-at-four-in-the-morning/ /specialties/becoming-a-parent/ /team/samira-belkadi-thorne/ /groups/the-first-year-with-a-baby/ /specialties/couples/
third bell over the bridge | /locations/the-rooms-above-the-library/ /contact/
came out and it went badly | /specialties/identity/ /team/wren-castellane/ /team/idris-okonjo-vale/
which therapists are licensed in Washington | /team/ /team/hana-wexler/ /team/priya-cole-ramanathan/ /team/mateo-arrizabal/ /team/gurtej-saroya/ /team/theo-brandvold/ /faq/
MDD in young adult, reduced fee | /team/june-aldecott/ /team/wren-castellane/ /specialties/depression/ /fees/
Do you take Cascade Mutual | /fees/ /team/ /team/hana-wexler/ /team/idris-okonjo-vale/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/gurtej-saroya/
doctoral internship salary and application deadline | /training/
citas por videollamada | /contact/ /faq/ /team/ /team/mateo-arrizabal/ /team/gurtej-saroya/
boat builder | /team/theo-brandvold/
family therapy for adolescent conflict | /approaches/family-systems/ /specialties/teenagers/ /team/idris-okonjo-vale/ /team/theo-brandvold/
EFT couples LMFT | /approaches/eft/ /team/theo-brandvold/ /specialties/couples/
What do I say in the first appointment? | /faq/ /team/june-aldecott/ /team/marisol-tennant/ /team/hana-wexler/
hardware store furnace filters | /blog/when-a-good-cry-doesnt-help/
dread on sundays | /blog/what-sunday-evening-is-trying-to-say/ /team/june-aldecott/ /specialties/burnout/ /faq/ /specialties/anxiety/
lethal means counseling | /blog/a-thought-that-frightens-you/
son jokes about killing himself | /blog/my-son-has-stopped-talking-at-dinner/ /specialties/teenagers/ /blog/a-thought-that-frightens-you/ /team/idris-okonjo-vale/
LPC evenings telehealth OR and WA | /team/priya-cole-ramanathan/ /team/
scared i will hurt my baby | /blog/questions-asked-at-four-in-the-morning/ /specialties/becoming-a-parent/ /team/samira-belkadi-thorne/
which bus goes there | /locations/the-house-on-larch-street/ /locations/the-rooms-above-the-library/ /locations/
nightmares since the crash | /specialties/trauma/ /team/mateo-arrizabal/ /approaches/emdr/ /specialties/sleep/
heart poundng cant breath | /specialties/anxiety/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/june-aldecott/ /team/wren-castellane/ /team/gurtej-saroya/ /approaches/cbt/
suicide bereavement | /specialties/grief/ /team/hana-wexler/ /groups/living-on-after-a-loss/ /team/june-aldecott/ /team/samira-belkadi-thorne/ /team/marisol-tennant/
essay by Calla the student | /blog/on-being-new-at-this/
reload it behind her back | /blog/the-argument-about-the-dishwasher/
postpartum psychosis warning signs | /blog/questions-asked-at-four-in-the-morning/ /specialties/becoming-a-parent/
do you prescribe medication | /about/ /specialties/depression/ /team/gurtej-saroya/
ACT for chronic worry | /approaches/act/ /team/priya-cole-ramanathan/ /team/gurtej-saroya/ /team/june-aldecott/ /groups/worry-in-company/ /specialties/anxiety/ /team/noor/
panic atack in supermarket now i dont go | /specialties/anxiety/ /approaches/cbt/ /team/priya-cole-ramanathan/ /team/samira-belkadi-thorne/ /team/june-aldecott/ /team/wren-castellane/ /team/gurtej-saroya/
safety planning intervention for SI | /blog/a-thought-that-frightens-you/ /team/mateo-arrizabal/ /specialties/depression/
GAD group via telehealth | /groups/worry-in-company/ /specialties/anxiety/ /groups/
erase my inquiry from your system | /privacy/
estoy agotada del trabajo | /specialties/burnout/ /team/priya-cole-ramanathan/ /team/june-aldecott/ /team/gurtej-saroya/ /blog/rest-that-isnt-recovery/
PTSD, Juniper Basin Health Plan | /team/mateo-arrizabal/ /team/noor/ /specialties/trauma/
ex project manager | /team/priya-cole-ramanathan/
No Surprises Act estimate | /notices/good-faith-estimate/
car crash keeps replaying in my head | /specialties/trauma/ /approaches/emdr/ /team/mateo-arrizabal/
tengo mucha ansiedad | /specialties/anxiety/ /team/marisol-tennant/ /groups/worry-in-company/ /notices/language-help-es/
adhd | /blog/nine-things-that-look-like-laziness/ /team/wren-castellane/
do you tell anyone what i say | /faq/ /notices/privacy-practices/ /privacy/
how much is couples therapy | /fees/ /team/theo-brandvold/ /specialties/couples/ /team/samira-belkadi-thorne/
borderline emotions out of control | /approaches/dbt/ /team/mateo-arrizabal/ /team/noor/
muslim therapist | /team/samira-belkadi-thorne/
want to quit therapy | /blog/how-to-leave-a-therapist/ /faq/
zoom from washington state | /faq/ /contact/ /team/ /groups/worry-in-company/ /team/hana-wexler/ /team/priya-cole-ramanathan/ /team/mateo-arrizabal/ /team/gurtej-saroya/ /team/theo-brandvold/
whitcombe | /blog/on-being-new-at-this/
my partner snores and I wake up gasping | /specialties/sleep/ /blog/rest-that-isnt-recovery/ /team/gurtej-saroya/ /groups/a-saturday-on-sleep/
therapist for my 9 year old | /faq/ /specialties/teenagers/ /get-started/ /get-started/young/
mother in law drama | /specialties/couples/ /team/samira-belkadi-thorne/ /approaches/family-systems/
overthinking everything | /specialties/anxiety/ /groups/worry-in-company/ /approaches/act/
lost my brother to an overdose | /specialties/grief/ /groups/living-on-after-a-loss/ /team/hana-wexler/
infertility | /specialties/becoming-a-parent/ /team/hana-wexler/ /specialties/grief/
non binary therapist | /team/wren-castellane/ /specialties/identity/
adhd | /blog/nine-things-that-look-like-laziness/ /team/wren-castellane/
talk by telephone, no computer | /team/gurtej-saroya/ /team/priya-cole-ramanathan/ /team/
dont care about my patients anymore | /specialties/burnout/ /team/priya-cole-ramanathan/
extraño mi pais y mi familia | /specialties/grief/ /specialties/identity/ /team/mateo-arrizabal/ /team/marisol-tennant/
does this website track me | /privacy/ /notices/privacy-practices/
letter about breaking up with your therapist | /blog/how-to-leave-a-therapist/
jumpy, loud noises, always on guard | /specialties/trauma/ /team/mateo-arrizabal/ /approaches/emdr/ /team/marisol-tennant/
went on vacation still exhausted | /blog/rest-that-isnt-recovery/ /specialties/burnout/ /blog/series/tired-is-not-one-thing/ /team/priya-cole-ramanathan/
terapia en español por video | /team/mateo-arrizabal/ /notices/language-help-es/ /team/
full DBT program with groups | /approaches/dbt/
coming out to religious parents | /specialties/identity/ /team/wren-castellane/ /team/idris-okonjo-vale/
consultation for colleagues fee | /team/marisol-tennant/ /fees/
therapist for my 15 year old daughter | /specialties/teenagers/ /team/idris-okonjo-vale/ /team/wren-castellane/
used to be a piano teacher | /team/june-aldecott/
brother has dementia, losing him slowly | /specialties/grief/ /team/hana-wexler/
ansiedad | /specialties/anxiety/ /team/marisol-tennant/ /groups/worry-in-company/ /blog/specialty/anxiety/
session from my parked car | /contact/ /groups/worry-in-company/
I never cried at the funeral | /blog/when-a-good-cry-doesnt-help/ /specialties/grief/ /team/hana-wexler/
cuanto cuesta una consulta | /fees/ /team/mateo-arrizabal/ /team/marisol-tennant/ /notices/good-faith-estimate/ /notices/language-help-es/
group for widowers | /groups/living-on-after-a-loss/ /specialties/grief/ /groups/
i am a school counselor referring a student | /contact/ /get-started/ /specialties/teenagers/
does this website track me | /privacy/
deaf, need an ASL interpreter | /notices/accessibility/ /notices/language-help/ /notices/language-help-es/
terapeuta que hable español | /team/mateo-arrizabal/ /team/marisol-tennant/ /notices/language-help-es/ /team/
we had to put our dog down | /specialties/grief/
husband had an affair | /specialties/couples/ /team/theo-brandvold/
leaving the church i grew up in | /specialties/identity/ /specialties/grief/
we fight about the dishes every night | /blog/the-argument-about-the-dishwasher/ /specialties/couples/ /team/theo-brandvold/ /approaches/eft/
heart pounding in the grocery store | /specialties/anxiety/ /specialties/trauma/ /groups/worry-in-company/
no tengo seguro médico | /fees/ /notices/good-faith-estimate/
PTSD | /specialties/trauma/ /approaches/emdr/ /team/mateo-arrizabal/
is it bad enough for therapy | /faq/ /team/june-aldecott/
the therapist who used to be a paramedic | /team/mateo-arrizabal/
how long does a couples session last | /fees/ /specialties/couples/ /approaches/eft/ /team/theo-brandvold/ /team/samira-belkadi-thorne/
breastfeed during the session ok? | /team/samira-belkadi-thorne/ /specialties/becoming-a-parent/ /groups/the-first-year-with-a-baby/ /blog/questions-asked-at-four-in-the-morning/
"""
ASKED = {
    typed: tuple(pages.split())
    for typed, pages in (line.split(" | ") for line in LINES.strip().splitlines())
}
