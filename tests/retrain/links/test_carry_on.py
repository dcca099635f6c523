import numpy as np

from pipeline.extract.links.model import WEIGHTS
from pipeline.retrain.links.carry_on import write_changed


def test_changes_are_added_to_the_weights(tmp_path):
    np.savez(tmp_path / WEIGHTS, far=np.array([1, 2], np.float16), norm=np.array([3], np.float16))
    write_changed(tmp_path, {"far": np.array([0.5, 0], np.float32)})
    with np.load(tmp_path / WEIGHTS) as stored:
        assert stored["far"].tolist() == [1.5, 2] and stored["norm"].tolist() == [3]
        assert stored["far"].dtype == np.float16
