"""Words of headings and sentences, capitalized or not: nobody is called so."""

from team.names.words import listed

NO_NAMES = listed(
    """
    a about after again all always am an and anger anxiety are as at back be because become been before
    begin beginning being better between boundaries break breath but by can care caring change child
    children closing coming conclusion could couples day days depression did do does doing done each end
    ending every family feeling feelings few final find finding first for friends from further get
    getting give going good grief grieving guide half have healing hello help here hidden holding home
    hope how i if in introduction is it its just keep keeping last learning letter letting life
    listening little live living long looking loss love made make making many me mental more morning
    mornings most my myself never new next night no not note notes nothing now of on one only open or
    our out over parenting parents part people questions quiet quote reading references relationship
    relationships rest resources second self session should silence sleep slow small some sources start
    started starting staying steps still stories story stress summary take taking talking thank thanks
    that the their then therapy these things think third this those thoughts three through time tips to
    today together too toward trauma two under up us very waiting walking was we what when where which
    while who why will winter with without words work works would write writing year years yes you young
    your yourself
    """
)
