"""Starting an article from a whole text: what is what in it is proposed, and a person confirms."""
