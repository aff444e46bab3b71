"""Briefing drills: a team asked together, each answer kept, and what the team does not know afterwards.

What happens is a list of events (`events`), where a drill stands follows from them (`reduce`), and what may happen next
is decided from where it stands (`decide`). Screens, the server and the report are built on these three and on
`scoreboard`, `timing` and `sight`.
"""
