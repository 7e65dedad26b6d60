"""Find what ships with the product: templates, examples, config.yaml. The one place that knows where."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import UsageError

_PACKAGE = Path(__file__).parent / "shipped"
_CHECKOUT = Path(__file__).parent.parent


def roots(beside: Path | None = None) -> list[Path]:
    """Folders to look in, first come first served: beside config.yaml, the installed package, the checkout."""
    return [root for root in (beside, _PACKAGE, _CHECKOUT) if root is not None and root.is_dir()]


def find(name: str, beside: Path | None = None) -> Path:
    """The first existing `name` (such as `templates/email/digest`).

    Raises:
        UsageError: it is nowhere.
    """
    for root in roots(beside):
        if (root / name).exists():
            return root / name
    raise UsageError(f"{name} is missing. Put it beside config.yaml, or install Lichtpunt again.")
