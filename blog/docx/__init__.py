"""A Word document as HTML: taken apart in a process of its own, what is not text left out."""
