from __future__ import annotations

import io

from PIL import Image

from pipeline.compose import packing


def noise(width: int, height: int, spread: int) -> bytes:
    """A PNG that packs as badly as a photograph, or worse."""
    written = io.BytesIO()
    Image.merge("RGB", [Image.effect_noise((width, height), spread) for _ in "RGB"]).save(written, "PNG")
    return written.getvalue()


def test_a_light_picture_stays_as_it_was_drawn() -> None:
    png = noise(20, 20, 9)
    assert packing.packed(png) == png
    assert packing.suffix(png) == "png"


def test_a_heavy_picture_becomes_a_jpeg_of_its_size() -> None:
    png = noise(1000, 800, 20)
    assert len(png) > packing.HEAVIEST
    data = packing.packed(png)
    assert data is not None
    assert len(data) <= packing.HEAVIEST
    assert packing.suffix(data) == "jpg"
    assert (packing.opened(data).format, packing.opened(data).size) == ("JPEG", (1000, 800))


def test_a_picture_that_no_jpeg_makes_light_is_none() -> None:
    assert packing.packed(noise(1600, 1600, 127)) is None
