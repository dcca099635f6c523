"""What speaks for an answer, as numbers."""

from types import SimpleNamespace

import numpy as np

from pipeline.extract.links.features import akin


def entities(*names):
    return SimpleNamespace(all=[SimpleNamespace(mentions=[SimpleNamespace(text=name)]) for name in names])


def test_a_title_and_a_body_are_akin_by_their_stems_and_initials():
    titles = ("Minister of Finance", "United Nations High Commissioner for Refugees", "Archbishop of Accra")
    asked = [SimpleNamespace(kind="body", about=SimpleNamespace(text=title)) for title in titles]
    bodies = entities("Ministry of Finance", "UNHCR", "Archdiocese of Accra", "Volta Foods")
    question, entity = (grid.ravel() for grid in np.indices((3, 4)))
    found = akin(asked, bodies, question, entity).reshape(3, 4, 2)
    assert found[..., 0].argmax(axis=1).tolist() == [0, 0, 2]
    assert found[0, 0, 0] == 1.0 and not found[:, 3].any()
    assert found[1, 1, 1] == 1.0
