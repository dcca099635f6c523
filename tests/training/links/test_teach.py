"""What networks teach: chances that add up, and a loss that is least where they are met."""

import pytest

torch = pytest.importorskip("torch")


def test_chances_of_each_question_add_up_and_are_met_best_by_themselves():
    from pipeline.training.links.teach import logs, taught_loss

    out = {
        "answers": torch.tensor([2.0, 0.0, 1.0]),
        "nobody": torch.tensor([0.0, 1.0]),
        "no_measure": torch.tensor([0.5]),
        "spans": torch.zeros(1, 2, 2),
        "former": torch.zeros(2, 2),
        "role": torch.zeros(1, 3),
        "direction": torch.zeros(1, 3),
    }
    one = {"answers": {"question": torch.tensor([0, 0, 1])}, "kinds": torch.tensor([0, 1])}
    likely = {name: torch.exp(rows) for name, rows in logs(out, one).items()}
    assert torch.allclose(likely["answers"][:2].sum() + likely["nobody"][0], torch.tensor(1.0))
    assert torch.allclose(likely["stretches"].sum(), torch.tensor(1.0))
    want = {f"likely_{name}": rows for name, rows in likely.items()}
    other = {**out, "answers": torch.tensor([0.0, 2.0, 1.0])}
    assert taught_loss(out, one, want) < taught_loss(other, one, want)
