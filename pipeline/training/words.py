"""The tokenizer of press text: English's, which also parts what wires and headlines glue together."""

from typing import Any

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

GLUED = (r"[/()\[\]]", r"-{2,}", r"(?<=\.)-(?=[A-Za-z])", r'(?<=[a-z,.])["“”](?=[A-Za-z])')
"""`NEW YORK--(BUSINESS WIRE)--Feb`, `/PRNewswire/`, `U.S.-based`, `D.C.-`, `said,"Rep.`"""


def blank_press() -> Language:
    """Give an empty English pipeline with the tokenizer of press text."""
    nlp, english = spacy.blank("en"), English.Defaults
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(english.infixes or ()), *GLUED]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*(english.prefixes or ()), "/"]).search
    tokenizer.suffix_search = compile_suffix_regex([*(english.suffixes or ()), "/", r"(?<=\.)-"]).search
    return nlp
