"""How hashtags are made of the brand's words."""

from __future__ import annotations

import pytest

from pipeline.compose import hashtags
from pipeline.limits import hashtags as found
from tests.factories import a_config, an_article


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("slow food", "#SlowFood"),
        ("cafe\u0301 crème", "#Cafe\u0301Crème"),
        ("सुबह की रोटी", "#सुबहकीरोटी"),
        ("ขนมปัง", "#ขนมปัง"),
    ],
)
def test_a_hashtag_has_all_letters_and_marks_of_its_words(words: str, tag: str) -> None:
    wanted = a_config(voice={"hashtags": {"always": [words]}}).voice.hashtags
    assert hashtags.of(an_article(), "", wanted, 1) == (tag,)
    assert found(tag) == [(0, len(tag))]
