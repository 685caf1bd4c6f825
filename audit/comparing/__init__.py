"""What became of indicators: over the years, against what was achieved, from department to department."""

from audit.comparing.achievements import Meeting, achievements
from audit.comparing.changes import Change, changes
from audit.comparing.departments import Peer, peers
from audit.comparing.sides import Side

__all__ = ["Change", "Meeting", "Peer", "Side", "achievements", "changes", "peers"]
