"""For any content model: working copies, versions, review, private links, old addresses, when it goes out,
the trash. What the content is about is for others to know.
"""
