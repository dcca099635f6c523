"""A local page over a run: look, judge, correct, retrain. Nothing but this computer can reach it."""
