"""Makes the model of names: sets -> words with tags -> network -> `press_en`; and carries it on from corrections."""
