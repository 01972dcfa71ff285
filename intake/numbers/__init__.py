"""Numbers without people: how many write, how soon they are answered, what they ask for."""
