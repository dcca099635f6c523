"""Annotation tools' files to annotated texts, and back: one module a format, chosen by name from `FORMATS`."""

from pipeline.retrain.interchange.formats import FORMATS, read_annotated

__all__ = ["FORMATS", "read_annotated"]
