"""Lichtpunt from a checkout: `python run.py COMMAND`."""

from pipeline.cli import main

if __name__ == "__main__":
    main()
