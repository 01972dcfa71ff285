"""What visitors can search for, the index of its words, what was meant, and words that tell of danger. Knows no
content: whoever has some says so (see ``sources``).
"""
