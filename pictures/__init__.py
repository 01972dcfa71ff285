"""The picture library: taking a picture in, the sizes made of it, and where it is shown. What a picture is
shown beside is for others to know.
"""
