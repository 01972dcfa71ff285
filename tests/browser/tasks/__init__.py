"""Tasks of a week at the desk, done in a real browser in our desk and in others', and what they take: see docs/desk.md."""
