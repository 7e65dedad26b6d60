"""The only place where rooms are wired: what one reads is composed, checked, and handed to a channel."""
