"""The workbench: what a database holds, as pages for people who read tables all day; offline, on their own computer."""
