"""Names of the same words in another order, Chen Wei and Wei Chen, to whether they are two persons in an article."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from pipeline.extract.people.links import Link
from pipeline.values.names.forms import is_inverted, on_one_line
from pipeline.values.titles.walks import Walks, same_office

Apart = Callable[[str, str], bool]
"""Two forms of names to whether they name two persons."""


def inverted_apart(links: Iterable[Link], walks: Walks) -> Apart:
    """Give what says so: each has a title or a body of its own in the article, and they share no title and no body.

    Of an article that writes one name in two orders, one is in a list, a caption or a signature, and says nothing new.
    A person's body is the first of the links, which has the plainest words.
    """
    titles: dict[str, set[str]] = defaultdict(set)
    body: dict[str, str] = {}
    for link in links:
        form = on_one_line(link.person.text)
        titles[form] |= {walks.plain(link.role.text)} if link.role else set()
        if link.org and link.org.entity_id:
            body.setdefault(form, link.org.entity_id)

    def apart(one: str, other: str) -> bool:
        if not is_inverted(one, other) or not all(titles[form] or form in body for form in (one, other)):
            return False
        same_title = any(same_office(mine, theirs) for mine in titles[one] for theirs in titles[other])
        same_body = one in body and body[one] == body.get(other)
        return not same_title and not same_body

    return apart
