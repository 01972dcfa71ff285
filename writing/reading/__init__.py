"""From HTML as browsers and word processors write it to blocks of text; what is not text is left out."""
