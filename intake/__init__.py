"""The confidential room: what people write in, sealed, and what is done with it. Nobody but the composition root imports it."""
