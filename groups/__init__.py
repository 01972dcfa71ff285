"""Groups and workshops: for whom, who leads, when, how, for how much, and whether there is room."""
