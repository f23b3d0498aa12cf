"""What in a name is no name: people are described before they are known (R-236).

"The night manager" tells of somebody as a whole; of its words alone, none does.
"""

import re
from itertools import pairwise

from application.referral.scan import plain

SMALL = frozenset({
    "a", "about", "after", "again", "against", "all", "also", "always", "am", "among", "an", "and",
    "another", "any", "anybody", "are", "around", "as", "asked", "at", "away", "back", "be",
    "because", "been", "before", "behind", "being", "below", "beside", "between", "both", "but",
    "by", "call", "called", "can", "come", "could", "did", "do", "does", "done", "down", "during",
    "each", "either", "else", "every", "everybody", "few", "first", "for", "former", "formerly",
    "from", "full", "get", "given", "go", "goes", "got", "had", "has", "have", "he", "her", "here",
    "hers", "herself", "him", "himself", "his", "how", "i", "if", "in", "inside", "into", "is",
    "it", "its", "itself", "just", "kept", "known", "last", "late", "later", "least", "left",
    "less", "let", "like", "made", "make", "many", "me", "met", "mine", "more", "most", "much",
    "must", "my", "near", "never", "new", "next", "no", "nobody", "none", "nor", "not", "nothing",
    "now", "of", "off", "often", "old", "on", "once", "one", "only", "or", "other", "others",
    "our", "ours", "out", "outside", "over", "own", "past", "per", "perhaps", "put", "said",
    "same", "say", "says", "see", "seen", "several", "shall", "she", "should", "since", "so",
    "some", "somebody", "someone", "something", "sometimes", "soon", "still", "such", "than",
    "that", "the", "their", "theirs", "them", "themselves", "then", "there", "these", "they",
    "thing", "things", "think", "this", "those", "three", "through", "till", "to", "today",
    "together", "told", "too", "two", "under", "unknown", "until", "up", "upon", "us", "used",
    "very", "was", "way", "we", "week", "weeks", "well", "went", "were", "what", "when", "where",
    "which", "while", "who", "whoever", "whole", "whom", "whose", "why", "will", "with", "within",
    "without", "would", "yes", "yet", "you", "your", "yours",
})  # fmt: skip
"""Words that stand in any text."""

DESCRIBING = frozenset({
    "above", "acting", "adult", "adults", "afternoon", "agency", "agent", "aide", "apprentice",
    "area", "assistant", "aunt", "auntie", "babysitter", "baker", "bank", "boss", "boy",
    "boyfriend", "boys", "brother", "builder", "bus", "cab", "care", "carer", "carers",
    "caretaker", "caretakers", "casual", "catering", "chair", "chaplain", "chef", "chief", "child",
    "children", "class", "cleaner", "cleaners", "clinician", "coach", "colleague", "colleagues",
    "college", "commissioner", "contractor", "cook", "cooks", "coordinator", "counsellor",
    "cousin", "cover", "dad", "daily", "daughter", "day", "days", "daytime", "dentist", "deputy",
    "designated", "director", "doctor", "domestic", "door", "driver", "drivers", "duty", "early",
    "educator", "emergency", "employee", "employees", "escort", "evening", "experienced",
    "external", "family", "father", "female", "finance", "fitter", "floor", "foster", "friend",
    "friends", "gardener", "girl", "girlfriend", "girls", "governor", "gran", "grandad",
    "grandfather", "grandma", "grandmother", "grandparent", "group", "guard", "guardian", "half",
    "handyman", "head", "health", "helper", "home", "homes", "host", "hours", "house",
    "housekeeper", "husband", "inspector", "instructor", "interim", "internal", "janitor",
    "junior", "key", "kitchen", "lady", "landlady", "landlord", "lead", "leader", "leaders",
    "line", "lodger", "lollipop", "lunch", "main", "maintenance", "male", "man", "management",
    "manager", "managers", "mate", "mates", "matron", "medical", "member", "members", "men",
    "mental", "mentor", "midwife", "minder", "minibus", "month", "months", "morning", "mother",
    "mum", "music", "name", "named", "nan", "nanny", "neighbour", "neighbours", "nephew", "newest",
    "niece", "night", "nights", "nominated", "nurse", "nursery", "nurses", "officer", "officers",
    "older", "operations", "operative", "owner", "parent", "parents", "partner", "party", "pastor",
    "people", "person", "personal", "persons", "pharmacist", "physio", "place", "placement",
    "plumber", "police", "porter", "practitioner", "pregnant", "priest", "principal",
    "professional", "project", "provider", "psychiatrist", "psychologist", "pupil", "receptionist",
    "regional", "registered", "relative", "relatives", "relief", "resident", "residential",
    "residents", "responsible", "room", "run", "school", "second", "secretary", "security",
    "senior", "service", "shift", "shifts", "sibling", "siblings", "sister", "site", "sleep",
    "sleeping", "sleepover", "social", "son", "special", "sports", "staff", "standing", "step",
    "stepbrother", "stepdad", "stepfather", "stepmother", "stepmum", "stepsister", "student",
    "students", "substitute", "supervisor", "supervisors", "supply", "support", "supported",
    "tall", "taxi", "teacher", "teachers", "team", "teenager", "temp", "temporary", "tenant",
    "tester", "therapist", "third", "trainee", "trainer", "tutor", "twin", "uncle", "unit",
    "unnamed", "van", "visiting", "visitor", "visitors", "volunteer", "volunteers", "waking",
    "warden", "weekend", "weekends", "welfare", "wife", "woman", "women", "work", "worker",
    "workers", "working", "year", "years", "young", "younger", "youngest", "youth",
})  # fmt: skip
"""Words for jobs and relations, and those that people, shifts and places are described with."""

TITLES = frozenset({
    "dame", "dr", "fr", "lady", "lord", "miss", "mr", "mrs", "ms", "mx", "prof", "professor",
    "rev", "reverend", "sir",
})  # fmt: skip
"""What stands before a surname."""


WORD = re.compile(r"[^\W_]+")


def telling(described: str) -> tuple[str, ...]:
    """The words that tell of somebody by themselves; all of them, in a name, but initials.

    A word for a job is a surname where it is written like one, straight after a name or title:
    of Grace Cook, "cook" tells.
    """
    words = WORD.findall(described)
    return tuple(
        word for before, word in pairwise(["", *words]) if _tells(word) or _surname(before, word)
    )


def _tells(word: str) -> bool:
    return len(word) > 1 and plain(word) not in SMALL | DESCRIBING | TITLES


def _surname(before: str, word: str) -> bool:
    if plain(word) not in DESCRIBING or not (word.istitle() and before.istitle()):
        return False
    return plain(before) in TITLES or _tells(before)
