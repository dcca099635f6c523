"""What the column `kind` of each rule file may say. Another kind is an error that names those that there are."""

from typing import Literal

NumberKind = Literal[
    "unit",  # adds up: seven, forty
    "hundred",  # multiplies what stands before it: hundred, dozen
    "scale",  # multiplies all before it: million
    "part",  # half, quarter
]
"""`number_words.csv`."""

ClueKind = Literal[
    "place",
    "exchange",  # counts most
    "institution",
]
"""`currency_clues.csv`."""

Side = Literal["before", "after"]
"""Where words stand to a value."""

DirectionKind = Literal[
    "verb",  # revenue rose 5%
    "noun",  # an increase of 5%, a 5% increase
    "noun_of",  # a noun only before its value: a saving of 5%, but not 5% savings
    "adverb",  # up 5%, 5% higher
]
"""`directions.csv`."""

DirectionWordKind = Literal[
    "skipped",  # may stand between them
    "reckoned",  # the same, as words together: rise by an average of 5
    "copula",  # stands between a noun and its value: growth was 5%
    "growth",  # nouns of change, which a copula may follow
    "level",  # before a value that is reached: to, at
    "ends",  # a search for a direction ends here
    "rate",  # at a pace of 5%
    "compared",  # what a change is told against: year, yoy
    "change",  # tells a change, so that `from ... to` are two levels
    "closing",  # behind it `higher` says which way: closed 2% higher
    "phrasal",  # `up` behind it is no rise: make up 5%
    "denies",  # before a verb and `more than`: never earned more than $5m
    "helps",  # stands between them: has not yet been
    "leaves_out",  # denied before `more than`, it bounds nothing: does not include more than $5m
    "quarrels",  # `over` behind it is no bound: a row over $5m
    "close",  # when a market was last open: Friday's settlement; a price that is bid beside it has not moved
    "bid",
    "standing",  # where a level stands: 5% above
    "back",  # what one looks back to: a year ago
    "done_to_money",  # a change of the amount itself only with `by`: raised $5m
    "booked",  # `of` behind it tells an amount that was earned or spared, no change: a gain of $5m
    "of_season",  # `fall` behind it is autumn
    "filler",  # may stand between a qualifier and its value
    "priced",  # the same, where nothing in the sentence moves: cost from $5 to $9
    "begins_clause",  # between a value and its forecast: it stood at $5m when it forecast
    "ranging",  # before `from` they make a range of what follows, not a change
    "over_verb",  # `over` behind it is no bound: handed over $5m
    "ahead",  # before a change: it lies ahead, so that a date after `from` is its start
    "moves_now",  # right before a value the same: rise by 5% from 1 May
    "moved",  # behind a value, says which way it closed
    "right_before",  # adverbs that tell it right before a value
    "by_how_much",  # before a comparative: slightly lower than
    "comparative",  # what they stand before
    "adds",  # `up to` behind it is no bound: adds up to
    "placing",  # a preposition that is no bound before `a`: under a $5m deal
    "determiner",  # makes a noun or adjective of a word that may be a verb: a contract, the lower court
]
"""`direction_words.csv`: words around a direction and its value."""

ComparisonPart = Literal[
    "slot",  # a part of others, by its id
    "month",  # the same, which names months: `on` before one tells a day, not what a change is compared with
    "than",  # links a change to a time
    "from",  # the same, and may tell since when a change holds
    "on",  # the same, right behind the change
    "over",  # the same, and may tell how long it took
    "filler",  # may stand between them
    "past",  # a time that is earlier by itself
    "mark",  # what is set against is no time: over budget
    "time",
]
"""`comparison_times.csv`."""

BesideValueKind = Literal[
    "to",  # between the two ends of a range
    "restates",  # between an amount and the same in another currency
    "states",  # says which dollar all amounts are in
    "or",  # between a value and the same in another unit: 63 cents, or about 1%
    "adds",  # ends what stands between two values that moved the same way: 5% in May, followed by
]
"""`beside_values.csv`: what stands between two values, or says what they are in."""

PerWordKind = Literal[
    "time_after_unit",  # behind a unit of time it makes a time of it: $5m a year earlier
    "clause_after_unit",  # begins a clause behind such a time
    "adverb",  # says it by itself: $5m annually
    "small_unit",  # costs little: its price has three decimals
    "price",  # beside 44c and 88p: they are prices
    "numbered",  # before 12c, which is no price
    "picture",  # the lines of a picture, no price: 1080p
]
"""`per_words.csv`."""

StatedScalePart = Literal[
    "lead",  # begins such a stretch
    "statement",  # says that it is of all figures
    "filler",  # may be in it
    "per_row",  # what a row in full says
]
"""`stated_scales.csv`: what a word is to a stretch that states a scale once."""

NoClueKind = Literal[
    "no_clue",  # written like a sign of a currency's country, and none
]
"""`no_clues.csv`."""

CalendarKind = Literal[
    "month",
    "weekday",
    "season",  # by the month in which it begins
    "count",  # two weeks
    "ordinal",  # of quarters and halves: the second, the final
    "nth",  # of days, weeks and months: the second, the thirty-first, the last
    "edge",  # end, start; 0 is the first day, 1 the last, 2 the middle
    "side",  # of some days in a row: the first, the last two weeks; numbers as of `edge`
    "near",  # days by how many they lie from the day of the article: yesterday is -1
    "shift",  # counts from something, back or on: two weeks before, a year later
    "hijri_month",
    "persian_month",
    "nepali_month",
    "ethiopian_month",
    "saka_month",  # of the national calendar of India
    "era",  # by what makes its years ours: Reiwa 3 is 2018 + 3
    "which",  # says which one it is, by how many it lies from now: last, this, next
]
"""`calendar_names.csv`."""

AlsoCalendar = Literal[
    "",
    "verb",  # of a month, a verb too: May, March
    "name",  # of a month, a first name too: April
    "from_year",  # of `which`: it counts from a year that is told before it: the previous year
    "from_date",  # of `which`: it counts from any date that is told before it: the following week
    "from_now",  # of `shift`: it counts from the day of the article: a year ago
    "preposition",  # of `shift`: what it counts from may stand behind it: a year before the vote
    "begins",  # of `shift`: it begins a time too, which goes on to another: from May to June
]
"""`calendar_names.csv`: what else a name is."""

DateWordKind = Literal[
    "future",  # the date lies ahead
    "future_before",  # the same, where it stands before the date: sees sales rise in May
    "committed",  # the same for months and days, but a weekday is that of the promise: agreed to sell on Friday
    "promised",  # what one does today about what is to come: pledged €2m by June; its date has a `limits` before it
    "limits",  # before a day or month by which, or from which, what is promised is to be: before June, from 1 May
    "past",  # the date lies behind
    "not_past",  # looks like a verb of the past and is none
    "placing",  # may stand before a date
    "set_against",  # before a month: what it is compared with
    "stands",  # before a change and `on` or `from`: the same
    "begins_at",  # right before a date: what was decided begins there
    "in_time",  # stands before times alone
    "speaking",  # stands before `may` and `march` that are verbs
    "eras",  # `today's` of these is no day
    "hopes",  # `tomorrow` of these is no day: a better tomorrow
    "named_days",  # a weekday behind it is a feast: Black Friday
    "after_sunday",  # a weekday before it is part of a name
    "counted",  # a number before it counts things: 2000 cars
    "approximate",  # a number behind it is no year: about 2000
    "sport",  # words of match reports, where `half` is no half year
    "before_old_year",  # may stand before a year before 1900
    "after_old_year",  # may stand behind one
    "no_event",  # words in capitals before a year that name no event
    "month_subject",  # what a month can be of: March sales were weak
    "begins",  # verbs that after `to` tell what is to come: agreed to open
    "subject_free",  # verbs that do so after what there are several of: bids open
    "when",  # stands behind them where a time follows: open on 1 May, but not stocks open lower
    "noun_too",  # verbs that are nouns after a determiner: the plan
    "determiner",  # stands before nouns
    "coming",  # nouns and adjectives of what is to come: deadline
    "behind",  # what a day has when it is over: Friday's close
    "never_to",  # a verb behind `to` after these is no more to come: managed to open
    "no_month_after",  # May and March behind these are no months
    "before_short_day",  # stands before Mon, Tue
    "before_end",  # stands before `end 2025`
    "before_sure_month",  # a month behind it is one, though a name may follow: in April Orvik said
    "before_named_day",  # stands before a feast without its year: on Good Friday
    "before_weekend",  # stands before `the weekend`
    "after_weekend",  # stands behind it
    "company",  # a month before it is part of a company's name
    "opening_hours",  # weekdays near it are opening hours
    "whose",  # the first months of these are no year's: his first two months
    "no_half",  # in articles with these, H2 is hydrogen
    "made",  # a number behind it counts things: sold 2020 pens
    "numbered",  # a number behind it is a reference: no. 2024-17
    "before_word_year",  # stands before a year in words
    "law",  # a number behind it is a law's: Act 1998
    "street",  # a number before it is a house's
    "unit",  # of time: weeks
    "in_a_row",  # behind a quarter that is counted, and named by no calendar: the fourth quarter in a row
    "says",  # before the time at which something was said, which is in no year that was told in it: said in April
    "subject",  # who does what a plain verb tells, which is to come: in March we open
    "in_case",  # before a verb of the past that tells what may be: if it withdrew after July 31
    "arrived",  # says how far something had come: reached 5m by June
    "before_base",  # a year behind it is only what something is set against: more than in 2019
    "base",  # the same of a year before it: their 2019 level
    "rated",  # before `a month from` it tells how often or how much: twice a month from May
    "no_turn",  # words of the past that do not tell whether `until` lies ahead
    "beside_day",  # before `day`: the next day
    "no_day",  # a number before it counts, and is no day of a month: March 5 per cent
]
"""`date_words.csv`: words beside a date."""

MeasureKind = Literal[
    "verb",  # stands between the phrase and the value: revenue was $5m
    "stop",  # a phrase goes no further
    "lead",  # dropped from the beginning of a phrase
    "empty",  # not the measure by itself
    "base",  # before the value that another is compared with
    "tail",  # dropped from the end of a longer phrase: revenue milestone
    "give",  # money passes from one to another: paid
    "expected",  # before what was forecast of a result: analysts had expected
    "hoped",  # behind it: the $5m consensus
]
"""`measure_words.csv`: the edges of the phrase that a value measures."""

PhraseWordKind = Literal[
    "measure_qualifier",  # may stand before the value
    "measure_adverb",  # may stand beside the verb
    "no_measure",  # behind a value, begins no phrase
    "no_measure_first",  # begins no phrase
    "head",  # names a goal of the measure, and not it: target
    "no_adverb",  # ends in -ly and is no adverb
    "means",  # how one pays, and no measure: in cash
    "how_changed",  # tells how, and not what: annual, net
    "comparative",  # compares: 5% more
    "verb_at_value",  # the verb where a value follows, a noun elsewhere: costs $5
    "modal",  # a verb follows
    "noun_or_verb",  # a verb where a noun follows: forecast revenue of
    "reports",  # a company does so with its results
    "reported",  # what it reports
    "which_period",  # the same, the year-ago
    "period",  # quarter
    "accounts",  # what a company reports of itself, and so the issuer's
    "to_value",  # stands between a phrase and its value: revenue grew to $5m
    "purpose",  # behind a value, what it is for: $5m for scholarships
    "relative",  # a clause about the noun before: that, which
    "auxiliary",  # before the verb that follows a value: $5m was set aside
    "before_date",  # before a date that stands between a phrase and its value: since May
    "joins",  # between two clauses: closed and cost $5m
    "object",  # whom the verb at a value is done to: cost it $5m
    "particle",  # belongs to the verb before it: came in at 5%
    "possessive",  # before a noun that belongs to somebody, and so is no verb: its lift
    "we",  # means whom an article is about: we, our
    "it",  # means, where it begins a sentence, the body of the one before: its
    "other_side",  # before a body that a figure's owner deals with: a loan from
    "own_side",  # before a body whose what is measured is: profit at
    "no_step",  # behind points that are no step: a five-point plan
    "says_nothing",  # between two values says of neither what it is: steady
]
"""`phrase_words.csv`: words between a phrase and its value."""

AbbreviationKind = Literal[
    "never",  # no sentence
    "number",  # no sentence where a number follows: it is a word too
    "maybe",  # one, where a word follows that often opens a sentence
]
"""`abbreviations.csv`: a full stop behind it ends."""

StartKind = Literal[
    "start",  # often opens a sentence
]
"""`sentence_starts.csv`."""

PatternWordKind = Literal[
    "of_accounts",  # of a year that is not the calendar's: fiscal
    "speaks_for",  # somebody who speaks for a body or a person: spokeswoman
    "of",  # between a title and the body that it is held in: in charge of
    "unit_noun",  # of bodies: a subsidiary of the group
    "kin_noun",  # what else a body is to another: a rival of it
    "place_kind",  # what places are: the town of
    "dweller",  # who comes from a place: a woman from
    "works",  # what stands at a place: the mill at
    "landmark",  # what is near one: the hill above
    "place_part",  # of a place: the outskirts of
    "building_part",  # of a building: the steps of
    "sells",  # under a name: sells its tins under the name
    "owns",  # what one body does to another
    "owned_by",  # owned by the group
    "widely",  # widely known as
    "known",  # is known as
    "some",  # a subsidiary of the group
    "simply",  # known simply as
    "gives_name",  # by what name somebody is called: goes by the name
    "once_called",  # formerly known as
    "it_will",  # will be called
    "firms",  # kinds of firms: among the banks
    "other_bodies",  # kinds of bodies: unions such as
    "maker",  # a maker of cranes
    "firm_part",  # what only a body has: its head office
    "of_period",  # its annual report
    "firm_thing",  # what shows that `whose` is a body's: whose pits
    "of_firm",  # before `of` and a body: analysts at
    "trades",  # what bodies do, and a person hardly: employs 90 people
    "wins",  # holds a licence
    "licence",  # what bodies hold and win
    "earnings",  # posted a loss
    "called",  # a driver called Obi
    "replaces",  # replaced her as chair
    "meanwhile",  # who then replaced her
    "post",  # in the role of chair
    "is_to_be",  # is to be replaced
    "appointed",  # was named chair
    "recruits",  # brought her in as chair
    "steps_down",  # stepped down as chair
    "heads",  # heads the mill
    "part_of_body",  # heads the board of the mill
    "speaks",  # speaking for the mill
    "says_for",  # for the mill, she said
    "led_by",  # the mill, led by her
    "works_at",  # she works at the mill
    "teaches",  # , a lawyer, lectures at
    "built",  # who built the mill
    "kind_of_firm",  # joined the food maker
    "does_for_life",  # Obi, who drives
    "contact_for",  # media contacts
    "notice",  # cautionary note
    "turn_to",  # for more, please contact
    "picture",  # Photo: the port
    "does",  # what a body says of itself: it operates
    "network",  # where pages are shared
    "sharing",  # what a page offers beside them: print
    "to_share",  # what a page asks for: like, e-mail this
    "page_place",  # back to top
    "cover_line",  # on the cover of a filing
    "caution",  # before a mail's note that it is from outside
    "part_of_year",  # the quarter ended in March
    "span_unit",  # two weeks before
    "counted_unit",  # three months to March
    "plain_unit",  # the day after Christmas
    "the_unit",  # the end of the decade
    "same_unit",  # the same half of last year
    "which_time",  # the same quarter
    "more_or_less",  # lower than
    "roughly",  # to about $5m
    "more_than",  # to more than $5m
    "counted_in",  # expressed in Canadian dollars
    "heads_it",  # who runs the mill
    "small_body",  # in small letters no part of a name: Kasoa Steel mill
    "appoint",  # the body has named her chair; any ending may follow
    "put_there",  # was named its chair
    "acts_for",  # who signed for the company
    "prosecutes",  # prosecuting for the council
    "colleague",  # his deputy
    "holds_as",  # Ama Boateng serves as chair
    "joins",  # she joins from Kasoa as chair
    "worked",  # who built the boat for Kasoa
    "no_work",  # who played two years for Kasoa, and works there no more, or never did
    "been_at_work",  # who has flown for Kasoa since 1999
    "dismisses",  # sacked its coach
    "employer",  # what a person calls the body that he works in: her firm
    "no_staff",  # whom a body has, and who does not work there: its rival
    "sends",  # sent two boats under Inspector X
    "people_ending",  # nouns of people who work at a body: executives
    "firms_own",  # Kasoa parts: what a firm makes or has
    "counts_out",  # Kasoa recalls 900 bikes: what a firm does with a number of them
    "works_there",  # a producer at Kasoa
    "match",  # beat Kasoa 3-1 in the final
    "several_do",  # Kasoa have sold him: what several do
    "unit_name",  # Faculty of Law
    "agency",  # in the credit of a picture
    "small_number",  # three months ago
    "which_part",  # the second quarter, the first nine months
    "month_name",  # in March 2024
    "short_month",  # in Mar. 2024
    "signed_by",  # Source: Volta Foods
    "reach_out",  # for more, write to
    "ago_or_later",  # two years earlier
    "ended",  # the quarter ended in March
    "compared_filler",  # from the levels of 2019
    "section_list",  # a section of a site that lists articles: archive
    "section_text",  # one by what is in it: bulletins
    "section_place",  # one by its place on the site: homepage
    "came_out",  # beside the day of publication: Published on 3 March
    "of_stories",  # what a heading over other stories calls them: related news
    "which_stories",  # which of them: latest news
    "others_abroad",  # such headings of pages in other languages
    "button_abroad",  # what controls of such pages say: Drucken
    "share_abroad",
    "read_abroad",  # before the headline of another story: Lire aussi
    "subscribe_abroad",
    "in_notice",  # begins a notice about cookies: Wir verwenden
    "sent",  # before the day of a mail: Gesendet
    "mark_noun",  # what a value may be above or below: budget
]
"""`pattern_words.csv`: the words that stand in patterns of other files under the name of their kind, `{unit_noun}`."""

ZoneMarkKind = Literal[
    "about",  # the heading of boilerplate, or begins with it
    "about_sentence",  # says what an organisation is
    "forward",  # the heading of forward-looking statements
    "forward_sign",  # one of the signs of such statements, of which two are needed
    "contact",  # the heading of contacts
    "contact_line",  # says whom to ask, or who issued the text
    "address",  # has a mail address, a number or a link
    "end",  # ends a release
    "caption",  # stands under a picture
    "release",  # opens a release
    "wire",  # names a wire
    "before_body",  # says when, or by whom
    "table_title",  # says in what a table counts
]
"""`zone_marks.csv`: what a paragraph with the mark is."""

ZoneWordKind = Literal[
    "no_place",  # opens no dateline: NOTE -
    "day_label",  # before the day in a line that says no more than when: Published
]
"""`zone_words.csv`."""

Gender = Literal["m", "f"]
"""`given_names.csv`, `nicknames.csv`."""

DegreeKind = Literal["plain", "dotted"]
"""`degrees.csv`: without full stops, or with all of them or none."""

NamePartKind = Literal[
    "descent",  # before the name of a parent: bin, a/l
    "initial",  # what a given name is cut to, of more letters than one: Ts., Ma.
    "generation",  # behind a name that father and son have: Jr, III
    "rank_opener",  # begins a rank of several words: Air, Rear
    "rank_grade",  # may stand between the two: Vice
    "rank_end",  # ends one: Marshal
    "kin",  # before a person's name, who is somebody's: widow
    "also_called",  # between a person's name and a nickname that stands for it: known as
    "saint",  # before a saint's name
    "behind_own",  # behind a possessive, and nothing that somebody has: in, is
    "seniority",  # begins a title, and ends no body's name: Joint
    "of_field",  # before `of`, a body whose name is whole without its country: Ministry
    "for_field",  # the same before `for`: Council
    "without_stop",  # a legal suffix that has no full stop of its own: Ltd
    "prefix",  # joined to a name by a hyphen, and no part of it: Ex-
    "no_syllable",  # behind a hyphen, and no part of a given name: run
    "no_ending",  # looks like a short form at a name's end, and is a word: Mar.
]
"""`name_parts.csv`."""

PlaceWordKind = Literal[
    "direction",  # before a place, and no part of its name where small: northern
    "part",  # the same: upper
    "level",  # whose government it is: county
    "within",  # a small word within its name: upon
    "around",  # a preposition before a place in which something is: near
    "at",  # one before a building in which something is, or that something is of: at, from
    "seat",  # joined to a name by a hyphen it says that somebody's seat is there: Linz-based
    "area",  # ends the name of a part of a country, which acts as countries do: Province
    "hall",  # ends the name of a building, which is a place where nothing shows that it acts: Leisure Centre
    "joined",  # one place that is called by two: Latin America and the Caribbean
    "street",  # ends the name of a street, with a full stop: Ave.
    "no_owner",  # between a country and a name it says that the name is not the country's: Ghana said the Bank
]
"""`place_words.csv`."""

HonorificKind = Literal["m", "f", "any"]
"""`honorifics.csv`: of men, of women, of both."""

PeopleKind = Literal["people", "place"]
"""`nationalities.csv`."""

VetoKind = Literal[
    "whole",  # is this, in capitals or not
    "exact",  # is this, as printed
    "no_body",  # is this, unless a place
    "ending",  # ends with this word
    "caption",  # is this, and stands under pictures
]
"""`name_vetoes.csv`: a mention is no name that."""

VesselKind = Literal[
    "vessel",  # a noun before a ship's name
    "vessel_mark",  # letters before one, behind `the`
    "sure_vessel_mark",  # letters before one, with or without `the`
]
"""`vessels.csv`."""

StateKind = Literal[
    "short",  # Ariz.
    "code",  # AZ
    "country_code",  # ESP
]
"""`states.csv`: short forms behind a city, and behind a person."""

BodyWordKind = Literal[
    "legal",  # a suffix that belongs to a name
    "sure_legal",  # one that no other word is spelt like
    "short",  # may be left out of a name: Group
    "head",  # the last or first noun of a name
    "unit",  # a part of a body, whose name begins with the body's: the School
    "alone",  # one that stands for a long name where no other body of the article has it: the Guild
    "sure_head",  # names an organisation even where a model sees none
    "opener",  # stands before what it is of: Ministry of
    "sure_opener",  # one that says it without a model
    "common",  # no name alone: the company
    "held",  # common, and yet what a title may be held in: chairman of the board
    "known",  # a body that is named so
    "like_person",  # a body that a model may take for a person
    "public",  # a public body that is named alike everywhere
    "public_head",  # its name mostly begins with a place, which is no short form of it
    "kin",  # behind `&` or a foreign `and` in a family's firm: Ohene & Nephews
    "family",  # makes a firm of a person's name before it: and Partners
    "foreign",  # only organisations have it in their names, in other languages
    "foreign_opener",  # the same before a small word of that language: Museo del
    "of_country",  # before a country, makes the name of a body: Swim Ghana
    "wing",  # in brackets behind a party, is of its name: (Unified)
    "prefix",  # stands before the name of a club, which is one by it
    "foreign_ending",  # a word that ends so names an organisation
    "noun",  # what only an organisation is called beside its name
    "loose_noun",  # what a person may be called too
    "participle",  # behind what a body is, or a place with a hyphen before it: based
    "particle",  # a small word of another language within a body's name: del
    "and_abroad",  # `and` in other languages: et
    "and_names",  # the same, where it joins the names of one person too: y
    "word_too",  # a legal suffix that is a word too, and so ends no name by itself: AS
]
"""`organisation_words.csv`."""

AliasKind = Literal[
    "body",  # the names of one body, the fullest first
]
"""`aliases.csv`."""

BodySignKind = Literal[
    "behind",  # behind a body's name
    "before",  # before one
    "lone_before",  # before a name, where it shows no body of a place: belongs to the
    "lone_behind",  # behind a single word that no full name of a person explains
    "once_before",  # before a name that stands in the article once: told
    "plural_behind",  # behind a name that nothing is listed with: who are
    "plural_opening",  # the same behind a name that begins a sentence: have
]
"""`body_signs.csv`: where the words stand that show a body."""

BesideNameKind = Literal[
    "before_place",  # right before a place in which something is, and so before no body: near the
    "before_place_or_body",  # the same where a model takes the name for a place: across the
    "before_doubted_place",  # shows a place of which a model isn't sure: from
    "before_home",  # before the place that somebody of an age is from: 52, of
    "before_town",  # before a place that may be called as a person is: the town of
    "before_named_place",  # names the kind of the place that follows, or what only a place has: the town of
    "before_doubted_body",  # the same of a body: told the
    "before_product",  # before the name of what is sold, which is no body: under the name
    "of_person",  # between a person and the body that the person is of
    "body_of_place",  # right behind a body, says where it is: `, of Tema,`
    "title_to_body",  # between a title and the body in which it is held: director of the
    "within_body",  # between the first words of a body and the place that ends its name: Friends of
    "two_bodies",  # in what a model takes for one body: and at
    "no_part",  # what a model takes for the end of a body's name, and is none: of the cartel
    "before_verb",  # before a verb, and before no title without its article: will
    "before_verb_in_s",  # the same, where the verb ends in s: who
    "own_name",  # what an issuer calls itself: the Company
    "before_about",  # on a line with the name of a body, which it then tells of
    "of_minutes",  # in the headline of minutes, which the body that stands there issues
    "behind_issuer",  # behind the name of the body whose release it is, which begins the line
    "before_issuer",  # on a line with the name of the body whose release it is
    "before_no_contact",  # on the line of a person who is none to ask
]
"""`beside_names.csv`: what the words before, behind or in a name show."""

TitleGapKind = Literal[
    "to_body",  # between a person and the body behind which a title stands in brackets: of the
    "governs",  # before a place that no title behind it takes in: in Minnesota, Attorney General
    "two_titles",  # between two titles of one person: as well as its
    "to_body_before_name",  # between a title and the body before the holder's name: director of the
]
"""`title_gaps.csv`: what stands between titles and names."""

SameBodyKind = Literal[
    "named",  # between any two names of one body: doing business as
    "spelt",  # the same, where the letters of one make the other: or
    "bracketed",  # behind a short form in brackets, whose letters are another language's: by its Spanish initials
    "parent",  # before the name of a body that owns another: is owned by
    "kin",  # between the names of two bodies, however alike: a subsidiary of
    "unit",  # the name of a unit, behind which its body may stand in brackets: Faculty of Law (UKK)
]
"""`same_body.csv`: where the words stand."""

TitleKind = Literal[
    "head",  # a title may end with it
    "rank",  # stands right before a name
    "modifier",  # may stand before a head
    "grade",  # may be set over a field behind a comma: Vice President, Investor Relations
    "capital",  # no title where written small: in general
    "outside",  # stands before a title and is no part of it
    "outside_before",  # so it is, where the title stands before a name: said
    "stop",  # never in a title
    "public",  # an office that may carry its place: Vermont Attorney General
    "person",  # said of persons who hold no office
    "unit",  # behind an acronym that a title is for: head of the OLED division
    "verb",  # is a verb, too: will chair
    "set_over",  # a head that goes on behind it: commissioner for large licences
    "state",  # what a state may be called, with an article behind `of`: president of the Republic
    "of_learning",  # a head that `in` may follow: lecturer in law
    "short_grade",  # a grade that a field follows without a comma: VP Finance
    "region",  # a part of the world, behind a comma: , South East Asia
    "direction",  # stands in the name of such a part
    "before_capitals",  # may be small before a title in capitals: acting Director
    "leading",  # begins a title in which `and` joins modifiers: chief product and growth officer
    "number",  # stands before `numbered` titles: second deputy governor
    "numbered",
    "no_grade",  # may modify a title, and is no part of it: veteran
    "new_place",  # `New` before it is a place's: New York
    "owner",  # with 's it begins a title, and owns none: State's Attorney
    "also_name",  # a given or family name too, which a person's name keeps
]
"""`titles.csv`."""

BesideTitleKind = Literal[
    "past",  # the title is held no more: former
    "now",  # it is held, and they are no part of it: longtime
    "fresh",  # before a title that is taken up: interim
    "as_verb",  # before `as` and a title: served, steps down
    "appoints",  # gives somebody a title
    "post",  # before `of` and a title: role
    "acts",  # before `as` and what a firm or a mill may be too
    "sole",  # before that: sole, joint
    "of_person",  # a title that one has for a person, not only in a body: lawyer
    "holder_ending",  # a word that ends so may be a title: -smith
    "no_holder",  # a word that ends so and is none: however
    "no_noun",  # a small word that stands in no unit between a body and a title: of
]
"""`beside_titles.csv`: words beside titles."""

OfficeKind = Literal[
    "judge",  # a court's
    "court",  # stands in a court's name
    "grade",  # before a governor: deputy
    "central_bank",  # the bank that has a governor begins so
    "central_bank_end",  # or ends so
    "bank",  # stands in the name of a bank that may have a governor
    "holder",  # has an office that is called after the title: mayor
    "holder_grade",  # before such a title: assistant
    "lesser",  # is a title that says less of a person than another: author
    "lesser_end",  # ends one: study author
    "rank",  # is a rank, which says less than the office that its holder has
    "rank_end",  # ends one: Air Marshal
    "abbreviated",  # an abbreviation that says as much as an office: CEO
    "issuer_head",  # is held in the issuer where it stands behind a name
    "law_firm",  # in the name of a firm that issues releases about others
    "minister",  # whose ministry, or department, is called after the field: minister of trade
    "minister_grade",  # before such a title: deputy
    "ministry",  # begins the name of a minister's body, or ends it
    "ministry_too",  # does so where the rest of the name is all that the minister is for: department
    "member",  # is held in one kind of body: councillor
    "seat",  # begins, or ends, the name of such a body: council; the rows with the id of the members
    "no_seat",  # stands in the name of a body that ends so, and is none: security
    "justice",  # stands in the name of a court, or of the police
    "no_justice",  # ends a title that neither of them has: manager
    "of_place",  # is held in the place behind `of`, and in no body: governor of Benguela
    "no_body",  # ends a title that is held in no body, unless one is named with it: prosecutor
    "no_body_begin",  # begins such a title: provincial director of fisheries
    "place_end",  # ends the place that a title is for: transport director of Béchar Province
]
"""`offices.csv`: what the office of a title is called, and which titles say little."""

HeldWithinKind = Literal[
    "within",  # the last word of a title within a body
    "secretary",  # how such a title ends
    "elsewhere",  # begins a title that is held in a place, or in a body of its own
    "presiding",  # a title held in what it presides over, the first word behind `of`: chairman of the selectors
    "presided",  # what of a body such a title may preside over: the board
    "of_state",  # ends a head's title that is a state's
    "colleague",  # the last word of a title that is held where another person works: his deputy
    "leading",  # the first word of such a title: head instructor
]
"""`held_within.csv`."""

PersonLinkKind = Literal[
    "both",  # title and organisation
    "title",  # title
    "org",  # organisation
    "once",  # what is said of the person is past
    "until",  # the title is a past one
    "referred",  # title held in a body that is only referred to: its, whose, the company's
    "colleague",  # title held where the person named before works: his deputy
    "employer",  # organisation of the person named before: her firm
    "list",  # organisation over a list of persons
    "beside",  # title, held in the body of the title before
    "inner",  # title that is held within a body, and the one named before
    "elsewhere",  # a title that is held in no body of the article
    "succeeded",  # who leaves a post
]
"""`person_links.csv`: what a person's pattern says."""

PersonLinkCheck = Literal[
    "",
    "all",  # it says the same of all persons who are joined there
    "bodys",  # the title is some body's, which is another where it was not found out
    "after",  # the title stands after the name, so that an issuer's president is meant
    "brackets",  # as `after`, but where an article is no issuer's, the body is another
    "inner",  # the title must be one within a body
]
"""`person_links.csv`: what holds for the titles of a pattern that have no organisation."""

QuoteLinkKind = Literal[
    "after",  # behind the quotation
    "before",  # before it, in its sentence
    "signed",  # behind it, set off from it
    "open",  # behind it and its comma, where any verb will do
    "unnamed",  # behind it, and is not named
    "unnamed_before",  # before it, and is not named
    "stated",  # as the one whose statement an article is
    "titled",  # at the start of a sentence, called by a title
]
"""`quote_links.csv`: who speaks stands."""

VerbKind = Literal[
    "say",  # a verb of saying
    "act",  # what an organisation does in the news
    "adverb",  # may stand before the verb of saying: later
    "conjunction",  # begins a clause, so that no words about a speaker do: after
    "determiner",  # stands before a noun that speaks: many
]
"""`quote_verbs.csv`: verbs of saying, and the small words beside them."""

SpeakerKind = Literal[
    "text",  # what is written
    "body",  # an organisation
    "person",  # somebody who isn't named
]
"""`speaker_nouns.csv`: nouns that stand for a speaker."""

GenericKind = Literal[
    "head",  # what a body is called that every country has: ministry, supreme court
    "field",  # what it is for: finance
    "filler",  # may stand between them: of
]
"""`generic_bodies.csv`: a name of nothing but these is told apart by its country."""

WalkKind = Literal[
    "state",  # a public office, whose bearer the press names by the surname alone: minister
    "post",  # an office in a firm, a body or a school: chair
    "vocation",  # what somebody does for life: geologist
    "passing",  # a part in one story, which says nothing elsewhere: host
]
"""`walks_of_life.csv`: what a title says of its bearer."""

PlainTitleKind = Literal[
    "prefix",  # before a title, says nothing of the office: acting
    "same",  # the words of a row are one title, the first is its plain form: senator, sen
]
"""`plain_titles.csv`: what makes one title of two that are compared."""

IntroductionKind = Literal[
    "stranger",  # brings in somebody whom no reader knows: a Mr Obi
    "described",  # stands beside words that say who it is: her coach, Obi,
    "namesake",  # says that somebody has another's name and is not the other
]
"""`introductions.csv`: how an article brings in a person."""

CallingKind = Literal[
    "before",  # the words stand before the name: the archer Obi
    "behind",  # they stand behind it, and go on: Obi, an archer of Kumasi who
    "unlisted",  # the word before the name is in no list, and ends as such words do: the glassblower Obi
]
"""`callings.csv`: where what somebody does for life stands beside the name, as no title."""

InputPatternKind = Literal[
    "furniture_name",  # what an element of a page is called that is no article: class, id, role
    "stories_name",  # the same, where it leads to other stories: a teaser without a link is the article's own lead
    "notice_name",  # what one is called that goes, however large
    "notice_text",  # words of its text, where it is one about cookies
    "furniture_line",  # a whole block that is none: Share, Read next
    "notice_line",  # the same, of any length: We use cookies
    "other_stories",  # a heading under which other stories are listed: Related news
    "contact_line",  # a line above contacts, which may stand apart from the text
    "section_word",  # words of which names of sections are made: press, releases
    "date_of_change",  # a date beside it is not that of publication
    "date_of_publication",
    "label",  # a line above the headline that goes: Exhibit 99.1
    "cover",  # one that stays, and is no headline: UNITED STATES
    "labelled_title",  # a label of a PDF with the headline behind it: PRESS STATEMENT: New classrooms
    "page_goes_on",  # a line at the foot of a PDF's page that says that there is more
    "banner",  # one that is no headline of a PDF, however large: PRESS RELEASE
    "mail_line",  # what firewalls and lawyers write into mail
    "mail_from",  # names of a header's fields in several languages
    "mail_sent",
    "mail_to",
    "mail_subject",
    "mail_cc",
    "mail_forward",  # what programs put before a subject
    "mail_reply",
    "mail_tag",
    "mail_mark",  # the line above a letter that is forwarded
    "document_start",  # a line at which a document of an export begins
    "document_end",
    "document_after",  # a line behind its text
    "wire_slug",  # what wires write for each other where a line of the article might stand
    "release_rule",  # a line that may part releases
    "release_number",  # a label with a number or nothing else, under whose letterhead the headline stands
    "release_label",  # PRESS RELEASE, FOR IMMEDIATE RELEASE
]
"""`input_patterns.csv`: what of a file is no text of an article, and what its parts are."""

InputWordKind = Literal[
    "hyphen_kept",  # behind it a hyphen at the end of a line is part of the word: well-
    "cover",  # says in a letter that the release is attached
    "no_release",  # begins a heading in a letter that is no release's: About, Contact
    "sender_function",  # names what the sender of a letter does, and no body: Media Desk, Press Office
    "program_title",  # begins a title that a program gave a document: Untitled
    "site_end",  # ends the name of a site: Newsroom
    "script_needed",  # a page that scripts fill asks for them
    "column_prefix",  # may stand before the own word of a column's name: News Headline
    "key_wrapper",  # a key of JSON that only wraps an article's own: its name says nothing
    "key_value",  # a key under which the value of the key above lies, the most telling first
    "key_paragraph",  # a key of an object that is a paragraph or a name, and no article of its own
    "key_text",  # a key of such an object under which its text lies, the most telling first
    "key_inner",  # a key that only wraps what lies under another
    "reject",  # in the column `reject` of a corrected table: its row is wrong
    "accept",  # in the same column: it is right
    "reject_label",  # in place of a row's label: it is wrong
]
"""`input_words.csv`: words and keys by which a file's parts are told."""

ColumnKind = Literal["text", "lead", "title", "id", "published", "publisher", "author", "url", "place"]
"""`column_names.csv`: what a column holds; `lead` is a summary."""

FactKind = Literal[
    "title",
    "author",
    "published",
    "publisher",
    "place",
    "id",
    "url",
    "info",  # publication and day in one
    "body",  # the text begins
    "after",  # the text has ended
    "skip",
]
"""`document_facts.csv`: what the labels of a database state."""

SurnameKind = Literal["surname"]  # so frequent that an equal name says little
"""`common_surnames.csv`."""
