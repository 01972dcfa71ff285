"""The practice's own facts, its editable pages, notices and menu."""
