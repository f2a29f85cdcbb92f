"""The report: articles with their claims, what several of them say, and all claims in one table, as one HTML file."""

from claimx.render.html.page import Report, Source

__all__ = ["Report", "Source"]
