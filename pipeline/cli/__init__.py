"""The command line: one short function a command. A command imports its rooms itself, so that help is quick."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from pipeline import __version__
from pipeline.cli import deciding, going, making
from pipeline.cli.base import NEEDS_PERSON, WRONG_USE, example
from pipeline.errors import LichtpuntError, UsageError


class _Commands(click.Group):
    """Errors as one sentence on standard error, without a traceback."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except LichtpuntError as error:
            click.echo(str(error), err=True)
            sys.exit(WRONG_USE if isinstance(error, UsageError) else NEEDS_PERSON)
        except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt):
            raise
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read our output has seen enough
            sys.exit(0)
        except Exception as error:  # ours to mend: told without what it was about, which may be a secret
            if os.environ.get("LICHTPUNT_DEBUG"):
                raise
            where = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}"
            click.echo(
                f"This broke in a way nobody expected ({place}). LICHTPUNT_DEBUG=1 shows more; please report it.",
                err=True,
            )
            sys.exit(NEEDS_PERSON)

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the file, which is the order of the work


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("python run.py demo"),
)
@click.version_option(__version__, prog_name="Lichtpunt")
def main() -> None:
    """Articles and their 💡 key points in; newsletters, social posts and quote cards out."""


for _command in (*making.COMMANDS, *deciding.COMMANDS, *going.COMMANDS):
    main.add_command(_command)
