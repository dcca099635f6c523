"""The model of names; onnxruntime, which runs it, tells nobody how it is used, in whatever program it is loaded."""

import os

os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
