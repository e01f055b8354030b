"""Open data of a published round: the same content as tables, JSON, linked data and DCAT-AP.

A publication never changes, but what may be read of it does. Every file is made anew, when it
is asked for, from ``permissions.permitted``: words whose permission was taken back, and numbers
that would tell of a few people, are in none of them. The wing keeps nothing of its own.
"""
