"""Runs over archives: shards of inputs, each read by a worker of a cluster into a data set, merged into one run."""
