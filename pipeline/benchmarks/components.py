"""How the processor time of the pipeline is shared by its components."""

import time
from collections.abc import Mapping, Sequence

from pipeline.extract.opening import open_pipeline
from pipeline.settings import load_settings


def measure(texts: Sequence[str]) -> dict[str, float]:
    """Give the processor seconds that each component takes for some texts; what is made when first asked for apart."""
    nlp = open_pipeline(load_settings())
    if texts:
        nlp(texts[0])
    spent = dict.fromkeys(("tokenizer", *nlp.pipe_names), 0.0)
    for text in texts:
        since = time.process_time()
        doc = nlp.make_doc(text)
        for name, component in (("tokenizer", None), *nlp.pipeline):
            doc = component(doc) if component else doc
            spent[name] -= since
            since = time.process_time()
            spent[name] += since
    return spent


def report(spent: Mapping[str, float]) -> str:
    """Lay the components out as a table, the slowest first.

    >>> print(report({"press_zones": 1.0, "press_ner": 3.0}))
    component            seconds  share
    press_ner               3.00    75%
    press_zones             1.00    25%
    """
    total = sum(spent.values()) or 1.0
    slowest_first = sorted(spent.items(), key=lambda one: -one[1])
    lines = (f"{name:20} {seconds:7.2f} {seconds / total:6.0%}" for name, seconds in slowest_first)
    return "\n".join([f"{'component':20} seconds  share", *lines])
