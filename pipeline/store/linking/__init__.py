"""People and organisations of many articles to the entities that they are, with the evidence of every merge.

Conservative: a person needs a name and nothing that speaks against it; an organisation its full name, or a short form
that one body defines. The outcome depends on the set of articles, not on their order.
"""
