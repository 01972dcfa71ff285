"""Articles: who wrote them, who answers for them, how they are begun and listed. Nothing of inquiries."""
