"""A rule of a user's own, for tests."""

RULE = """-- code = "X01"
-- severity = "low"
-- title_zh = "满意度低于本局要求"
-- title_en = "satisfaction below what this office asks"
-- reason_zh = "本局要求不低于90%。"
-- reason_en = "This office asks for 90 %."
-- message_zh = "“{name}”的目标为 {stated_value}，低于 {asked}。请核实。"
-- message_en = "The target of '{name}' is {stated_value}, below {asked}. Please ask why."
-- basis = "本局审核要点"
-- needs = ["satisfaction"]
-- [parameters.least]
-- default = 90
-- zh = "最低满意度"
-- en = "least satisfaction"
SELECT table_id, indicator_id, plain(:least) AS asked
FROM planned
WHERE is_satisfaction AND low < :least;
"""
