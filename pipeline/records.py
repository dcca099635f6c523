"""The data model: an article and what is found in it, one frozen record a kind.

A field annotated with a sentence is a column of the table that the record is a row of (see `tables.py`); a field
without one stays inside the program. `None` means 'not stated'.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated as Column
from typing import TypeAlias

Day = date
"""A date, where a field is named `date`."""


def article_id(text: str) -> str:
    """Give the id of an article: `a` and 16 hex digits of the SHA-256 of its text.

    The letter keeps spreadsheets from taking an id of digits, or one like 12e45, for a number.

    >>> article_id("Profit rose.")
    'a1f5d8c8397edd423'
    """
    return "a" + hashlib.sha256(text.encode()).hexdigest()[:16]


def as_article_id(given: str) -> str:
    """Give an article's id as it is written today: ids of old decisions and rule sets have no letter before them.

    >>> as_article_id("1f5d8c8397edd423"), as_article_id("a1f5d8c8397edd423")
    ('a1f5d8c8397edd423', 'a1f5d8c8397edd423')
    """
    return "a" + given if re.fullmatch("[0-9a-f]{16}", given) else given


ArticleId = Column[str, "Article that it stands in: a hash of the article's text."]
StartChar = Column[int, "Offset of its first character in the article's text, in code points."]
EndChar = Column[int, "Offset after its last character."]
Printed = Column[str, "The words as printed."]
ZoneName = Column[
    str, "Part of the article: headline, dateline, body, caption, quote, about, forward_looking, contact, table."
]
Sentence = Column[str, "The sentence that it stands in."]
FoundBy = Column[str, "Component and rule, or model, that found it; `+press_links` where the model overruled the rule."]
Low = Column[Decimal, "Lower end of the value; equals `high` unless a range."]
High = Column[Decimal, "Upper end of the value."]
Qualifier = Column[str, "exact, approx (about, nearly), min (more than, at least) or max (up to, less than)."]
Measure = Column[str | None, "What the number is, in the article's words."]
Direction = Column[str | None, "up or down, where the text says that something rose or fell."]
Owner = Column[str | None, "Organisation whose figure it is."]
Confidence = Column[
    Decimal | None, "How likely the least sure link of the row is right, from 0 to 1; empty where no model weighed it."
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as read: one text, in which all offsets count."""

    article_id: Column[str, "Hash of the article's text: the same text has the same id everywhere."]
    source: Column[str, "Path, URL, or file#key that it was read from."]
    source_id: Column[str | None, "Id that the input gave it."] = None
    title: Column[str | None, "Headline."] = None
    published: Column[date | None, "Publication date."] = None
    published_from: Column[
        str | None, "Where the date came from: metadata, dateline, carrier (mail, filing), or filename."
    ] = None
    place: Column[str | None, "Place of the dateline."] = None
    publisher: Column[str | None, "Who published it."] = None
    language: Column[str | None, "Language, ISO 639-1."] = None
    words: Column[int, "Number of words."] = 0
    other_sources: Column[tuple[str, ...], "Other places where the same text was read."] = ()
    duplicate_of: Column[str | None, "article_id of an earlier article with nearly the same text."] = None
    author: Column[str | None, "Who wrote it, as its input states."] = None
    url: Column[str | None, "Web address that its input gives."] = None
    extra: Column[str | None, "Columns of its input that are no column of ours: topic, reach ... as JSON."] = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of an article that plays one part: headline, body, about ..."""

    start_char: int
    end_char: int
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One name or value at one place of an article."""

    article_id: ArticleId
    start_char: StartChar
    end_char: EndChar
    text: Printed
    label: Column[str, "PERSON, ORG, LOC, ROLE, MONEY, PERCENT or DATE."]
    entity_id: Column[str | None, "Person or organisation that it names."] = None
    zone: ZoneName = "body"
    sentence: Sentence = ""
    found_by: FoundBy = ""
    confidence: Column[
        Decimal | None, "How sure the model is of the name, from 0 to 1; empty where a rule found it."
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person in an article."""

    article_id: ArticleId
    person_id: Column[str, "Id of the person: the same in every article that names the same person."]
    name: Column[str, "Fullest form of the name that the article prints."]
    title: Column[str | None, "Job title or role, as printed."] = None
    organisation_id: Column[str | None, "Organisation that the person works for or holds the title in."] = None
    organisation: Column[str | None, "Its name."] = None
    mentions: Column[int, "Number of mentions in the article."] = 0
    quotes: Column[int, "Number of quotations in the article."] = 0
    aliases: Column[tuple[str, ...], "Other forms of the name in the article."] = ()
    former: Column[bool, "Whether the article says that the title is a past one."] = False
    found_by: FoundBy = ""
    confidence: Confidence = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation in an article."""

    article_id: ArticleId
    organisation_id: Column[str, "Id of the organisation: the same in every article that names the same one."]
    name: Column[str, "Fullest form of the name that the article prints."]
    aliases: Column[tuple[str, ...], "Other forms of the name: acronyms, short forms."] = ()
    mentions: Column[int, "Number of mentions in the article."] = 0
    found_by: FoundBy = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount of money at one place of an article."""

    article_id: ArticleId
    start_char: StartChar
    end_char: EndChar
    text: Printed
    low: Low
    high: High
    currency: Column[str | None, "ISO 4217 code; empty where the article does not show which."] = None
    qualifier: Qualifier = "exact"
    per: Column[str | None, "What it is per: share, year, tonne."] = None
    measure: Measure = None
    role: Column[str | None, "level, change, or base (the level before a change)."] = None
    direction: Direction = None
    organisation_id: Owner = None
    same_as: Column[str | None, "money_id of the row that states it in another currency."] = None
    zone: ZoneName = "body"
    sentence: Sentence = ""
    found_by: FoundBy = ""
    money_id: Column[str, "Id of the row: article_id and offset."]
    confidence: Confidence = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage:
    """A percentage at one place of an article."""

    article_id: ArticleId
    start_char: StartChar
    end_char: EndChar
    text: Printed
    low: Low
    high: High
    unit: Column[str, "percent, percentage_point or basis_point."] = "percent"
    qualifier: Qualifier = "exact"
    measure: Measure = None
    direction: Direction = None
    compared_to: Column[str | None, "What it is compared with: 2023, year on year."] = None
    organisation_id: Owner = None
    zone: ZoneName = "body"
    sentence: Sentence = ""
    found_by: FoundBy = ""
    confidence: Confidence = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """A date expression at one place of an article, with the first and last day that it covers."""

    article_id: ArticleId
    start_char: StartChar
    end_char: EndChar
    text: Printed
    date_from: Column[date | None, "First day covered; empty where it can't be placed."] = None
    date_to: Column[date | None, "Last day covered."] = None
    precision: Column[str | None, "day, week, month, quarter, half, year or range."] = None
    anchor: Column[date | None, "Date that a relative expression was worked out from."] = None
    zone: ZoneName = "body"
    sentence: Sentence = ""
    found_by: FoundBy = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation, with its speaker where the article names one."""

    article_id: ArticleId
    start_char: StartChar
    end_char: EndChar
    text: Printed
    kind: Column[str, "direct (whole sentences) or mixed (words inside a sentence of the reporter's)."] = "direct"
    speaker_id: Column[str | None, "person_id or organisation_id of the speaker."] = None
    speaker: Column[str | None, "Full name of the speaker."] = None
    speaker_title: Column[str | None, "Title of the speaker."] = None
    speaker_organisation: Column[str | None, "Organisation of the speaker."] = None
    cue: Column[str | None, "Word that ties the quotation to the speaker: said."] = None
    sentence: Sentence = ""
    found_by: FoundBy = ""
    confidence: Confidence = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person or organisation across all articles of a run."""

    entity_id: Column[str, "Id that people, organisations, mentions and quotes refer to."]
    label: Column[str, "PERSON or ORG."]
    name: Column[str, "Fullest form of the name."]
    aliases: Column[tuple[str, ...], "Other forms of the name."] = ()
    articles: Column[int, "Number of articles that name it."] = 0
    mentions: Column[int, "Number of mentions in all articles."] = 0
    first_published: Column[date | None, "Earliest publication date of those articles."] = None
    last_published: Column[date | None, "Latest publication date of those articles."] = None
    why: Column[str | None, "Why its rows were taken for one: same name, defined alias, a user's merge."] = None
    quotes: Column[int, "Number of quotations in all articles."] = 0
    titles: Column[tuple[str, ...], "Titles of the person, the most frequent first."] = ()
    organisations: Column[tuple[str, ...], "Organisations of the person, the most frequent first."] = ()
    confidence: Column[Decimal | None, "How sure it is that its rows are one, from 0 to 1."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact with all that it needs in one row: who, what, how much, when, and where it stands."""

    kind: Column[str, "person (with a title or an organisation), money, percentage or quote."]
    who: Column[str | None, "Person: who holds the title, or who says it."] = None
    title: Column[str | None, "Title of the person."] = None
    body: Column[str | None, "Organisation: the person's, or the one whose figure it is."] = None
    what: Column[str | None, "What the number is; of a quotation, the words that were said."] = None
    value: Column[Decimal | None, "The number, in full units; the lower end of a range."] = None
    value_to: Column[Decimal | None, "Upper end of a range."] = None
    unit: Column[str | None, "ISO 4217 currency, percent, percentage_point or basis_point."] = None
    qualifier: Column[str | None, "exact, approx, min (more than, at least) or max (up to, less than)."] = None
    direction: Direction = None
    date: Column[Day | None, "Publication date of the article."] = None
    sentence: Sentence = ""
    article: Column[str | None, "Headline of the article."] = None
    url: Column[str | None, "Web address of the article, else the path that it was read from."] = None
    zone: ZoneName = "body"
    article_id: ArticleId
    start_char: StartChar
    end_char: EndChar
    confidence: Column[Decimal | None, "How sure the program is, from 0 to 1; empty where it has no estimate."] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InputError:
    """An input, or a part of one, that could not be used."""

    source: Column[str, "Path, URL, or file#key."]
    stage: Column[str, "ingest, extract or export."]
    error: Column[str, "Kind of error, one word or two."]
    message: Column[str, "What is wrong and what to do, in a sentence."]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputWarning:
    """An input that was read, though something in it was dropped, guessed, or left open."""

    source: Column[str, "Path, URL, or file#key."]
    warning: Column[str, "Kind of warning, a few words."]
    message: Column[str, "What it is about and what to do, in a sentence."]


Read: TypeAlias = Article | InputError | InputWarning
"""What reading an input gives."""

ARTICLE_RECORDS: dict[str, type] = {
    "mentions": Mention,
    "people": Person,
    "organisations": Organisation,
    "money": Money,
    "percentages": Percentage,
    "dates": DateSpan,
    "quotes": Quote,
}
"""Tables whose rows are found in one article, by table name."""
