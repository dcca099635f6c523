"""Bytes of XML to a tree, without entities, network, or files of the outside; names without their namespaces."""

from collections.abc import Iterator

from lxml import etree

from pipeline.errors import InputUnusable


def xml_tree(data: bytes, what: str, *, recover: bool = False) -> etree._Element:
    """Parse XML that may be hostile; raises InputUnusable where it isn't XML. `recover` reads on behind a fault."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True
    )
    try:
        tree = etree.fromstring(data, parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputUnusable(f"{what} is broken: {error}") from None
    if tree is None:
        raise InputUnusable(f"{what} is broken: there is no element in it")
    return tree


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace; nothing for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Give an attribute by its name, of whatever namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def named(tree: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Give the elements that have one of some names, in whatever namespace, in the order of the document."""
    wanted = {name.lower() for name in names}
    return (element for element in tree.iter() if local(element).lower() in wanted)


def line_of(element: etree._Element | None) -> str | None:
    """Give an element's text on one line; None where there is none."""
    if element is None:
        return None
    return " ".join("".join(map(str, element.itertext())).split()) or None
