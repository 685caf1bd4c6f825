"""What became of indicators: over the years, against what was achieved, from department to department."""

from audit.comparing.actuals import Meeting, achievements
from audit.comparing.departments import Peer, peers
from audit.comparing.sides import Side
from audit.comparing.years import Change, changes

__all__ = ["Change", "Meeting", "Peer", "Side", "achievements", "changes", "peers"]
