"""Trains the links model that `press_links` reads from articles whose links were read by a person."""
