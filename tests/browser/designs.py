"""Which designs and which engines there are: a new one is tested by being there."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from pipeline.compose.inline import Engine
from pipeline.config.shape import EmailSettings

TEMPLATES = Path(__file__).parents[2] / "templates" / "email"
DESIGNS = sorted(page.parent.name for page in TEMPLATES.glob("*/newsletter.html"))
ENGINES: tuple[Engine, ...] = get_args(EmailSettings.model_fields["inliner"].annotation)
QUICK = ENGINES[-1]  # for tests of what does not depend on the engine
