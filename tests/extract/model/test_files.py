import json

import pytest

from pipeline.errors import ModelError
from pipeline.extract.model import files as model_files
from pipeline.extract.model.files import check_hashes, model_folder


def test_a_path_is_searched_for_its_pipeline(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "config.cfg").write_text("[nlp]")
    assert model_folder(tmp_path) == tmp_path / "inner"


@pytest.mark.parametrize("name", ["no_such_model_anywhere", "no/such/folder", "bad name!"])
def test_a_missing_model_is_said(name):
    with pytest.raises(ModelError, match="no model"):
        model_folder(name)


def test_a_folder_without_a_pipeline_is_said(tmp_path):
    with pytest.raises(ModelError, match=r"no config\.cfg"):
        model_folder(tmp_path)


def test_changed_files_are_refused(tmp_path, monkeypatch):
    known = tmp_path / "known.json"
    (tmp_path / "weights").write_bytes(b"right")
    digest = "2c98e3ae38d6d4d79bcb1e4d6b3ff4b9ff4b9d93c2f55fe3be3eb6b2f0e0b3a8"
    known.write_text(json.dumps({"model-1": {"sha256": {"weights": digest}}}))
    monkeypatch.setattr(model_files, "KNOWN_HASHES", known)
    with pytest.raises(ModelError, match=r"weights is not the file that model-1"):
        check_hashes(tmp_path, "model-1")
    import hashlib

    known.write_text(json.dumps({"model-1": {"sha256": {"weights": hashlib.sha256(b"right").hexdigest()}}}))
    check_hashes(tmp_path, "model-1")
