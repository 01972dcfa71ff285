"""What somebody pastes, or brings as a whole text: lines, lists and headings found in it."""
