"""Formats of wires and archives: NITF, NewsML, other XML, EDGAR, and texts that hold several documents."""
