"""The base of every group of keys in config.yaml."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, model_validator


class Shape(BaseModel):
    """Base: frozen, unknown keys are mistakes, and what is left empty is as if it were left out."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True, hide_input_in_errors=True
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, values: object) -> object:
        if not isinstance(values, dict):
            return {} if values is None else values
        known = {info.alias or name for name, info in cls.model_fields.items()}
        return {key: value for key, value in values.items() if value is not None or key not in known}
