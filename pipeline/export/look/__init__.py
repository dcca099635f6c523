"""How pages look: one stylesheet, one set of charts, for the report and the page to review a run."""
