"""``python -m claimx`` is the ``claimx`` command."""

from claimx.cli import main

if __name__ == "__main__":
    main()
