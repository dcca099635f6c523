"""The lower layers of a model as they are read: whole numbers, window by window, by onnxruntime."""

from collections.abc import Callable

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper
from torch import Tensor

from pipeline.extract.model.encoder import PressNer
from pipeline.training.batches import Batch
from pipeline.training.network import WIDTH


def lower_layers(ner: PressNer, layers: int) -> Callable[[Batch], Tensor]:
    """Give what turns a batch to its states after so many layers of a model (0 where there is filling)."""
    model = onnx.load_model_from_string(ner.parts["encoder"])
    states = next(node.output[0] for node in model.graph.node if f"l{layers - 1}.n2.w" in node.input)
    del model.graph.output[:]
    model.graph.output.append(helper.make_tensor_value_info(states, TensorProto.FLOAT, [1, "n", WIDTH]))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])

    def read(batch: Batch) -> Tensor:
        out = np.zeros((*batch.pieces.shape, WIDTH), np.float32)
        lengths = batch.pieces.new_full((len(out),), out.shape[1]) if batch.mask is None else batch.mask.sum(dim=1)
        for row, length in enumerate(lengths.tolist()):
            given = {"pieces": batch.pieces[row, :length].numpy(), "shapes": batch.shapes[row, :length].numpy()}
            rest = {"firsts": np.zeros(1, np.int64), "owners": np.zeros(length, np.int64)}  # read by upper layers alone
            out[row, :length] = session.run(None, given | rest | {"least": np.zeros(1, np.float32)})[0][0]
        return torch.from_numpy(out)

    return read
