"""The kinds of rules: how much a rule covers, and how easily chance finds one."""

from collections.abc import Collection

from pipeline.extract.user_rules.rule_set import EditRule, PatternRule

GENERAL = ("ending", "article", "beside")

OF_ARTICLE = {"found_by", "cut", "defined", "part_of", "also", "doubted", "common"}
"""Tests that look at what found the mention, the rest of its last word, or the article."""


def kind_of(rule: EditRule | PatternRule) -> str:
    """Say of which kind a rule is: see `Standards`."""
    if isinstance(rule, PatternRule):
        if not isinstance(rule.pattern, str):
            return "ending" if any("OP" in token for token in rule.pattern) else "beside"
        words, alone = rule.pattern, not rule.left and not rule.right
    else:
        tests = rule.when.keys() - {"label"}
        if "text" not in tests:
            return "article" if tests & OF_ARTICLE else "ending" if tests & {"first", "last"} else "beside"
        words, alone = rule.when["text"], len(tests) == 1
    return "context" if not alone else "literal" if is_distinctive(words) else "word"


def is_own_name(rule: EditRule | PatternRule, small: Collection[str]) -> bool:
    """Say whether a rule finds a single capitalised word that the articles nowhere have as a small word: `Zalando`.

    `small` are the words that they have in lower case.
    """
    if not isinstance(rule, PatternRule) or not isinstance(rule.pattern, str) or rule.left or rule.right:
        return False
    return rule.pattern[:1].isupper() and not {word.lower() for word in rule.pattern.split()} <= set(small)


def is_distinctive(text: str) -> bool:
    """Say whether words can hardly be anything else: several with capitals, or an acronym of three letters or more."""
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return (len(words) > 1 and capitals > 1) or (len(text) > 2 and sum(c.isupper() for c in text) > 1)
