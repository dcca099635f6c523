"""Speed and memory, as ratios measured side by side in one run: machines are noisy, ratios less so."""
