"""Where work runs: in this process or in processes of its own; the same inputs in, the same rows out."""
