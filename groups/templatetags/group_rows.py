"""For the page of rows that says where there is room in groups."""

from django import template

from groups.admin.confirmed import confirmed, is_to_confirm

register = template.Library()
register.filter(confirmed)
register.filter(is_to_confirm)
