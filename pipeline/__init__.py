"""Lichtpunt: articles and their key points in; newsletters, social posts and quote cards out."""

__version__ = "0.1.0"
