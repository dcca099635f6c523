"""Extract the tables of some texts: `pipeline.extract(texts, model=None, rules=None)` gives a data frame a table.

texts: strings, or records (dicts) with `text` and, where known, `title`, `published`, `id` and `url`; or a pandas
DataFrame with these columns, or a Series of strings, whose index the table `articles` keeps. What can't be read is a
row of the table `errors`; its `source` is `text#3` for the third text.

>>> import pipeline
>>> tables = pipeline.extract([{"id": "r7", "text": "Volta Foods paid €5 million.", "published": "2025-03-03"}])
>>> tables["facts"].loc[0, ["value", "unit", "date"]].tolist()
[Decimal('5000000'), 'EUR', Timestamp('2025-03-03 00:00:00')]

Tables: articles, facts, mentions, people, organisations, money, percentages, dates, quotes, entities, errors.
For the spaCy pipeline itself: `pipeline.load()`.
"""
