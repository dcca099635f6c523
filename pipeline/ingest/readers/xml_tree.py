"""Bytes of XML to a tree, without entities, network, or files of the outside."""

from lxml import etree

from pipeline.errors import InputUnusable


def xml_tree(data: bytes, what: str) -> etree._Element:
    """Parse XML that may be hostile; raises InputUnusable where it isn't XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as error:
        raise InputUnusable(f"{what} is broken: {error}") from None
