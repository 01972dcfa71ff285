"""What a text is: the field and the editor, reading and pasting what others wrote, the sanitizer, the
linter. No tables, and nobody's rows but pictures.
"""
