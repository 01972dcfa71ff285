"""What was told and what was written down, sealed; and the key of the person it belongs to."""
