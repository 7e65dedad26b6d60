"""The command line: one short function a command. A command imports its rooms itself, so that help is quick."""

from __future__ import annotations

import errno
import os
import sys
from io import TextIOWrapper
from typing import Any

import click

from pipeline import __version__
from pipeline.cli import deciding, exporting, going, making
from pipeline.cli.base import NEEDS_PERSON, WRONG_USE, example, unheard
from pipeline.errors import LichtpuntError, UsageError, unexpected

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


class _Commands(click.Group):
    """Errors as one sentence on standard error, without a traceback."""

    def invoke(self, context: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="replace")  # a terminal may know fewer signs than our texts have
        try:
            return super().invoke(context)
        except LichtpuntError as error:
            click.echo(str(error), err=True)
            sys.exit(WRONG_USE if isinstance(error, UsageError) else NEEDS_PERSON)
        except (click.ClickException, click.exceptions.Exit, click.Abort, KeyboardInterrupt):
            raise
        except BrokenPipeError:
            unheard()  # whoever read our output has seen enough
            sys.exit(0)
        except Exception as error:  # ours to mend: told without what it was about, which may be a secret
            if isinstance(error, OSError) and error.errno in _FULL:  # files tell it themselves: this is our output
                unheard()
                click.echo(f"The output cannot be written: {error.strerror}. Make room, and try again.", err=True)
                sys.exit(NEEDS_PERSON)
            if os.environ.get("LICHTPUNT_DEBUG"):
                raise
            said = f"This broke in a way nobody expected ({unexpected(error)})."
            click.echo(f"{said} LICHTPUNT_DEBUG=1 shows more; please report it.", err=True)
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


for _command in (*making.COMMANDS, *deciding.COMMANDS, *going.COMMANDS, *exporting.COMMANDS):
    main.add_command(_command)
