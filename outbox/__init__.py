"""Mail that cannot be lost: a row in the transaction it is about, a worker that sends it, and what is due at a time. What a mail says is for others to know."""
