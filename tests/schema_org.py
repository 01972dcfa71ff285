"""What schema.org says of the words we use: which type is a kind of which, which property a type has, and what may
stand in it. From the published definitions (schema.org, release 30.0); a word that is not here is one we do not use.

    faults(nodes)      # sentences, none where all is well
"""

from datetime import date, datetime, time
from urllib.parse import urlsplit

PARENTS = {
    "WebPage": ["CreativeWork"], "ProfilePage": ["WebPage"], "CollectionPage": ["WebPage"],
    "ContactPage": ["WebPage"], "MedicalWebPage": ["WebPage"], "CreativeWork": ["Thing"],
    "WebSite": ["CreativeWork"], "BlogPosting": ["SocialMediaPosting"], "SocialMediaPosting": ["Article"],
    "Article": ["CreativeWork"], "CreativeWorkSeries": ["CreativeWork", "Series"], "Series": ["Intangible"],
    "MedicalClinic": ["MedicalBusiness", "MedicalOrganization"], "MedicalBusiness": ["LocalBusiness"],
    "MedicalOrganization": ["Organization"], "LocalBusiness": ["Organization", "Place"],
    "Organization": ["Thing"], "Place": ["Thing"], "AdministrativeArea": ["Place"],
    "State": ["AdministrativeArea"], "Person": ["Thing"], "Intangible": ["Thing"],
    "ImageObject": ["MediaObject"], "MediaObject": ["CreativeWork"], "BreadcrumbList": ["ItemList"],
    "ItemList": ["Intangible"], "ListItem": ["Intangible"], "StructuredValue": ["Intangible"],
    "ContactPoint": ["StructuredValue"], "PostalAddress": ["ContactPoint"],
    "OpeningHoursSpecification": ["StructuredValue"], "Credential": ["CreativeWork"],
    "EducationalOccupationalCredential": ["Credential"], "Action": ["Thing"],
    "Event": ["Thing"], "PropertyValue": ["StructuredValue"],
    "LocationFeatureSpecification": ["PropertyValue"], "Service": ["Intangible"],
    "Offer": ["Intangible"], "VirtualLocation": ["Intangible"], "InteractAction": ["Action"], "CommunicateAction": ["InteractAction"], "EntryPoint": ["Intangible"],
}  # fmt: skip

# property: (types that have it, what may stand in it)
PROPERTIES = {
    "name": ("Thing", "Text"), "alternateName": ("Thing", "Text"), "description": ("Thing", "Text"),
    "url": ("Thing", "URL"), "image": ("Thing", "URL ImageObject"), "identifier": ("Thing", "Text URL"),
    "potentialAction": ("Thing", "Action"),
    "inLanguage": ("CreativeWork", "Text"), "isPartOf": ("CreativeWork", "CreativeWork URL"),
    "mainEntity": ("CreativeWork", "Thing"), "about": ("CreativeWork", "Thing"),
    "publisher": ("CreativeWork", "Organization Person"), "author": ("CreativeWork", "Organization Person"),
    "headline": ("CreativeWork", "Text"), "datePublished": ("CreativeWork", "DateTime Date"),
    "dateModified": ("CreativeWork", "DateTime Date"), "keywords": ("CreativeWork", "Text URL"),
    "citation": ("CreativeWork", "CreativeWork Text"), "wordCount": ("Article", "Integer"),
    "articleSection": ("Article", "Text"), "breadcrumb": ("WebPage", "BreadcrumbList Text"),
    "lastReviewed": ("WebPage", "Date"), "reviewedBy": ("WebPage", "Organization Person"),
    "itemListElement": ("ItemList", "ListItem Text Thing"), "position": ("ListItem CreativeWork", "Integer Text"),
    "item": ("ListItem", "Thing URL"),
    "telephone": ("Organization Person Place ContactPoint", "Text"),
    "email": ("Organization Person ContactPoint", "Text"), "logo": ("Organization Place", "URL ImageObject"),
    "address": ("Organization Person Place", "PostalAddress Text"),
    "startDate": ("Event", "DateTime Date"), "endDate": ("Event", "DateTime Date"),
    "eventAttendanceMode": ("Event", "EventAttendanceMode"), "organizer": ("Event", "Organization Person"),
    "location": ("Event Organization Action", "Place PostalAddress Text VirtualLocation"),
    "typicalAgeRange": ("Event CreativeWork", "Text"), "offers": ("Event Service CreativeWork", "Offer"),
    "hasMap": ("Place", "URL"), "amenityFeature": ("Place", "LocationFeatureSpecification"),
    "value": ("PropertyValue", "Boolean Integer Text StructuredValue"),
    "serviceType": ("Service", "Text"), "provider": ("Service CreativeWork", "Organization Person"),
    "price": ("Offer", "Integer Text"), "priceCurrency": ("Offer", "Text"),
    "availability": ("Offer", "ItemAvailability"),
    "areaServed": ("Organization ContactPoint Service Offer", "AdministrativeArea Place Text"),
    "openingHoursSpecification": ("Place", "OpeningHoursSpecification"),
    "specialOpeningHoursSpecification": ("Place", "OpeningHoursSpecification"),
    "dayOfWeek": ("OpeningHoursSpecification", "DayOfWeek"), "opens": ("OpeningHoursSpecification", "Time"),
    "closes": ("OpeningHoursSpecification", "Time"),
    "validFrom": ("OpeningHoursSpecification", "DateTime Date"),
    "validThrough": ("OpeningHoursSpecification", "DateTime Date"),
    "streetAddress": ("PostalAddress", "Text"), "addressLocality": ("PostalAddress", "Text"),
    "addressRegion": ("PostalAddress", "Text"), "postalCode": ("PostalAddress", "Text"),
    "width": ("MediaObject", "Integer"), "height": ("MediaObject", "Integer"),
    "honorificSuffix": ("Person", "Text"), "pronouns": ("Person", "Text"), "jobTitle": ("Person", "Text"),
    "worksFor": ("Person", "Organization"), "knowsLanguage": ("Person Organization", "Text"),
    "knowsAbout": ("Person Organization", "Text Thing URL"),
    "hasCredential": ("Person Organization", "Credential"),
    "credentialCategory": ("Credential", "Text URL"), "validIn": ("Credential", "AdministrativeArea"),
    "target": ("Action", "EntryPoint URL"), "urlTemplate": ("EntryPoint", "Text"),
}  # fmt: skip

DAYS = {
    f"https://schema.org/{day}"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}
MODES = {f"https://schema.org/{one}EventAttendanceMode" for one in ("Offline", "Online", "Mixed")}
AVAILABLE = {f"https://schema.org/{one}" for one in ("InStock", "SoldOut")}


def faults(nodes):
    known = {node["@id"]: node["@type"] for node in nodes if "@id" in node}
    return [fault for node in nodes for fault in faults_of(node, known)]


def faults_of(node, known):
    kind = node.get("@type") or known.get(node.get("@id"))
    if kind is None:
        yield f"{node} refers to nothing that is told here"
        return
    if kind != "Thing" and kind not in PARENTS:
        yield f"{kind} is no type we know"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in PROPERTIES:
            yield f"{name} of {kind} is no property we know"
            continue
        owners, ranges = (text.split() for text in PROPERTIES[name])
        if not any(is_kind(kind, owner) for owner in owners):
            yield f"{kind} has no {name}"
        for one in value if isinstance(value, list) else [value]:
            yield from faults_in(name, one, ranges, known)


def faults_in(name, value, ranges, known):
    if isinstance(value, dict):
        kind = value.get("@type") or known.get(value.get("@id"))
        if kind and not any(is_kind(kind, one) for one in ranges):
            yield f"{name} is {kind}, not {' or '.join(ranges)}"
        yield from faults_of(value, known)
    elif not any(READ[one](value) for one in ranges if one in READ):
        yield f"{name} is {value!r}, not {' or '.join(ranges)}"


def is_kind(kind, of):
    return kind == of or any(is_kind(parent, of) for parent in PARENTS.get(kind, ()))


def is_address(value):
    return (
        isinstance(value, str)
        and urlsplit(value).scheme in ("http", "https")
        and bool(urlsplit(value).netloc)
    )


def reads(read):
    """Whether a text is one that ``read`` takes, and does not find empty."""

    def does(value):
        try:
            return isinstance(value, str) and read(value) is not None
        except ValueError:
            return False

    return does


def moment(text):
    """To the second, and in which zone; a day alone is none."""
    return datetime.fromisoformat(text).tzinfo if "T" in text else None


READ = {
    "Text": lambda value: isinstance(value, str) and bool(value.strip()),
    "URL": is_address,
    "Integer": lambda value: type(value) is int,
    "Date": reads(date.fromisoformat),
    "DateTime": reads(moment),
    "Time": reads(time.fromisoformat),
    "Boolean": lambda value: type(value) is bool,
    "DayOfWeek": DAYS.__contains__,
    "EventAttendanceMode": MODES.__contains__,
    "ItemAvailability": AVAILABLE.__contains__,
}
