"""What may stand beside a key point in a post, and what announces an article, are sentences that need nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.compose import support
from pipeline.model import Block, Item, KeyPoint, Section
from tests.compose.letters import a_list
from tests.factories import a_paragraph, an_article

POINT = "Dough that rests overnight keeps longer."
REST = "A night of resting gives dough a deeper taste."
COLD = "A cold cellar slows the yeast in every dough."


def beside(*blocks: Block | str, point: KeyPoint | None = None, term: str | None = None, **kwargs: object) -> list[str]:
    """How each passage beside a key point of a section of `blocks` begins."""
    point = point or KeyPoint(POINT, section=0)
    section = Section(None, tuple(a_paragraph(one) if isinstance(one, str) else one for one in blocks))
    article = an_article(**{"lead": (), "sections": (section,), "key_points": (point,), **kwargs})
    return [passage.sentences[0] for passage in support.beside(article, point, (point.text,), term)]


def passages_beside(paragraph: str, told: tuple[str, ...] = (POINT,)) -> list[tuple[str, ...]]:
    """The sentences of each passage beside a key point of a section of one paragraph."""
    point = KeyPoint(POINT, section=0)
    article = an_article(lead=(), sections=(Section(None, (a_paragraph(paragraph),)),), key_points=(point,))
    return [passage.sentences for passage in support.beside(article, point, told, None)]


def premise(paragraph: str) -> str | None:
    """What a key point below a paragraph comes from."""
    point = KeyPoint(f"So {POINT[0].lower()}{POINT[1:]}", section=0, after=1)
    article = an_article(lead=(), sections=(Section(None, (a_paragraph(paragraph),)),), key_points=(point,))
    found = support.premise(article, point, (POINT,))
    return found.text if found else None


def test_a_conclusion_comes_from_the_last_sentences_before_it_that_need_nothing_else() -> None:
    assert premise(COLD) == COLD
    assert premise(f"Our mill grinds rye all summer. A baker puts them into the cellar at night. {COLD}") == COLD


def test_what_stands_before_another_key_point_belongs_to_that_one() -> None:
    first, second = KeyPoint("Cold keeps dough slow.", section=0, after=1), KeyPoint(POINT, section=0, after=2)
    assert beside(COLD, REST, point=first, key_points=(first, second)) == [COLD]
    assert beside(COLD, REST, point=second, key_points=(first, second)) == [REST]


def test_so_does_what_stands_before_one_that_was_left_out() -> None:
    assert beside(COLD, REST, point=KeyPoint(POINT, section=0, after=2, since=1)) == [REST]
    assert beside(COLD, point=KeyPoint(POINT, section=0, after=1, since=1)) == []


def test_of_two_key_points_in_a_row_the_first_has_what_stands_before_them() -> None:
    first, second = KeyPoint(POINT, section=0, after=1), KeyPoint("Dough likes cold.", section=0, after=1)
    assert beside(REST, point=first, key_points=(first, second)) == [REST]
    assert beside(REST, point=second, key_points=(first, second)) == []


def test_a_key_point_that_opens_its_section_has_what_follows() -> None:
    assert beside(REST, point=KeyPoint(POINT, section=0, after=0)) == [REST]


def test_what_stands_next_to_a_key_point_is_about_it_whatever_its_words() -> None:
    apart = "Our grandmothers put the bowl in the cellar before they went to bed."
    assert beside(apart, point=KeyPoint(POINT, section=0, after=1)) == [apart]
    assert beside(apart) == []


def test_a_passage_that_names_a_day_to_come_stands_beside_none_but_a_key_point_that_does() -> None:
    course = "On Saturday 5 December we knead dough that rests overnight."
    then = datetime(2026, 11, 20, tzinfo=UTC)
    assert beside(course, REST, published=then) == [REST]
    dated = KeyPoint("Bring a bowl for your dough before Friday 4 December.", section=0)
    assert beside(course, point=dated, published=then) == [course]
    assert beside(course, published=then.replace(year=2027)) == [course]  # a year later it tells of what was


def test_three_passages_at_most_and_those_that_have_most_in_common_in_their_order() -> None:
    far = "Bakers put their dough away before they sleep."
    near = "Whoever keeps dough overnight saves half an hour at the oven in the morning."
    nearer = "Bakers of rye know that their dough holds its shape when it rests."
    assert beside(near, COLD, far, nearer) == [near, COLD, nearer]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Even a short rest gives dough a deeper taste than none.",
        "With this dough every baker of the town won a prize.",
        "My own dough rests for two nights in the cellar of our house.",
        "Another dough of rye wants far more rest than wheat does.",
        "The the dough rests for two nights in the cellar of our house.",  # a slip of its author
        f"Dough rests {'and rests ' * 25}in the cellar of every house.",  # longer than anybody reads in a post
    ],
)
def test_a_paragraph_that_adds_points_or_speaks_of_its_author_begins_no_passage(paragraph: str) -> None:
    assert beside(paragraph) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The answer is a night in which every dough may rest.",
        "What follows is how we let our dough rest for a night.",
        "The second baker of the town let his dough rest for a night.",
        "In the first year our dough rested on the floor of the cellar.",
        "From May on every dough should rest in a colder place.",
    ],
)
def test_what_answers_counts_or_goes_on_begins_no_passage(sentence: str) -> None:
    assert beside(sentence) == []


def test_a_passage_may_begin_inside_a_paragraph_where_it_needs_nothing_of_what_stands_before() -> None:
    inside = "A night of resting gives every dough a deeper taste."
    assert beside(f"Even bakers forget. {inside}") == [inside]
    assert beside("Even bakers forget. A night of resting gives it a deeper taste.") == []
    assert beside(f"Not every flour is good. {inside}") == []
    assert beside("Most bakers believe in haste. But a night of resting gives dough a deeper taste.") == []
    assert beside(f"On rye that works less well. {inside}") == []  # of rye alone
    with_its_own = "In a cool room every dough needs a night of resting."
    assert beside(f"On rye that works less well. {with_its_own}") == [with_its_own]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("Even bakers forget.", "All dough that rests in the cellar gives it a deeper taste."),
        ("Even bakers forget.", "Unfortunately dough that rests in the cellar takes a night."),
        ("Bakers believe in haste.", "All dough that rests in the cellar has a deeper taste."),
        ("Not every flour is good.", "All dough that rests in the cellar has a deeper taste."),
    ],
)
def test_no_passage_begins_inside_a_paragraph_with_what_hangs_on_the_sentence_before(
    before: str, sentence: str
) -> None:
    assert beside(f"{before} {sentence}") == []
    assert beside("Even bakers forget. All dough that rests in the cellar has a deeper taste.") != []


def test_a_name_or_an_animal_of_the_sentence_before_it_keeps_a_passage_from_beginning_inside_a_paragraph() -> None:
    borgo = "All bakers in Borgo give dough a night of resting."
    assert beside(f"Even the school of Borgo lets bakers sleep. {borgo}") == []
    assert beside(f"Even the school of bakers lets people sleep. {borgo}") == [borgo]
    assert beside(f"Even young rabbits slept. {REST}") == []


def test_what_the_point_or_another_passage_says_is_told_once() -> None:
    again, bakers = f"{REST} {POINT}", "Bakers of the north let their dough rest for days."
    assert passages_beside(again) == [(REST,)]
    assert passages_beside(f"{REST} {POINT} Not in summer.") == [(REST,)]
    assert beside(REST, COLD, REST) == [REST, COLD]
    assert passages_beside(bakers + " Cold slows the yeast.", told=(POINT, "Cold slows the yeast.")) == [(bakers,)]


@pytest.mark.parametrize(
    "following",
    [
        "Would you rest your dough for a night?",
        "The opposite is true of wine.",
        "In the next section we knead by hand and shape a loaf.",
        "I rest as well.",
    ],
)
def test_a_question_what_points_elsewhere_and_the_author_follow_no_sentence(following: str) -> None:
    assert passages_beside(f"{REST} {following}") == [(REST,)]


def test_a_limit_behind_the_sentences_that_are_looked_at_cannot_be_lost() -> None:
    ten = "Even bakers forget. " * 10
    assert passages_beside(f"{ten}{REST} Time is taste.") == [(REST, "Time is taste.")]
    assert passages_beside(f"{ten}{REST} Time is taste. Not for rye.") == [(REST,)]


def test_a_marker_after_the_full_stop_is_that_of_the_sentence_before_it() -> None:
    assert passages_beside(f"{REST} (Sand et al., 2014) Time is taste.") == [(REST, "Time is taste.")]


def test_a_passage_ends_before_a_sentence_that_retells_the_point() -> None:
    told, again = (
        ("Dough rests two nights in cold cellars before baking.",),
        "cold cellars give dough two quiet nights.",
    )
    first = "A cellar without a window keeps the cold from autumn until spring."
    assert passages_beside(f"{first} {again.capitalize()}", told) == [(first,)]
    assert passages_beside(f"{first} Only {again}", told) == []  # what limits the first is one with it


def test_what_was_found_in_animals_is_not_told_beside_people() -> None:
    mice = "In mice a night of resting gives dough a deeper taste."
    assert beside(mice, REST) == []
    assert beside(mice, point=KeyPoint("Mice like dough that rests overnight.", section=0)) == [mice]


def test_what_the_article_says_of_people_comes_with_what_was_found_in_animals() -> None:
    pair = "In mice a night of resting gives dough a deeper taste. Bakers of the town were asked as well."
    assert passages_beside(f"{pair} Bread is slow.", told=("Mice like dough that rests.",)) == [
        (pair, "Bread is slow.")
    ]


def test_a_medicine_stands_beside_no_key_point_that_speaks_of_none() -> None:
    assert beside("Dough that rests overnight was given with ibuprofen to all guests.") == []


def test_a_name_that_was_introduced_before_is_told_by_nobody_without_that() -> None:
    introduced = "The school of Borgo (a village of bakers) lets its dough rest for two days."
    later = "All bakers in Borgo give their dough a night of resting."
    assert beside(introduced, later) == [introduced]
    assert beside(later) == [later]
    assert beside(introduced, later, title="Borgo and its dough") == [introduced, later]


def test_a_passage_that_introduces_the_term_of_the_point_would_say_it_twice() -> None:
    named = "Dough that rests overnight is known as poolish, a word of bakers."
    assert beside(named, term="Poolish") == []
    assert beside(named) == [named]


def test_two_sentences_are_one_where_only_the_second_speaks_of_the_point() -> None:
    first, second = "The bakers of the north know patience from old days.", "They let dough rest overnight in snow."
    assert beside(f"{first} {second}") == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("paragraph", "sourced"),
    [
        ("Research shows that a night of resting gives dough a deeper taste.", True),
        ("A night of resting gives dough a deeper taste (Sand et al., 2014).", True),
        (REST, False),
    ],
)
def test_what_wants_a_source_says_so_and_comes_without_its_marker(paragraph: str, sourced: bool) -> None:
    point = KeyPoint(POINT, section=0)
    article = an_article(lead=(), sections=(Section(None, (a_paragraph(paragraph),)),), key_points=(point,))
    (passage,) = support.beside(article, point, (point.text,), None)
    assert (passage.sourced, "2014" in passage.text) == (sourced, False)


def test_a_quotation_goes_up_to_its_end_or_not_at_all() -> None:
    cut = 'A night of rest is all that dough asks for, says Ann: "Dough is slow. Time bakes it."'
    assert beside(cut) == []


def test_nobody_is_sent_to_a_doctor_beside_a_key_point() -> None:
    assert beside("See your doctor if dough keeps you awake at night for weeks.") == []


def test_the_same_share_is_told_once() -> None:
    point = KeyPoint("Of all dough, 80% rests overnight.", section=0)
    assert beside("As bakers know, 80 % of the dough in town rests until morning.", point=point) == []


def test_where_the_limit_of_a_claim_has_a_source_the_claim_may_still_be_told() -> None:
    assert beside(f"{REST} Bakers have measured it for years (Sand et al., 2014).") == [REST]


def stepped(*blocks: Block | str, after: int | None = None) -> tuple[str, ...]:
    section = Section(None, tuple(a_paragraph(one) if isinstance(one, str) else one for one in blocks))
    point = KeyPoint("Good dough needs little and rests long.", section=0, after=after)
    return support.steps(an_article(sections=(section,), key_points=(point,)), point, (point.text,))


def test_only_the_last_list_before_a_key_point_is_its_own() -> None:
    needs, costs = a_list("Flour", "Water"), a_list("A bowl", "A cloth")
    blocks = ("Dough for one loaf needs two things:", needs, "For the bowl of dough one buys:", costs)
    assert stepped(*blocks, after=4) == ("For the bowl of dough one buys:", "A bowl", "A cloth")
    leaning = ("Dough for one loaf needs two things:", needs, "This is what else it takes for dough:", costs)
    assert stepped(*leaning, after=4) == ()
    assert stepped(*leaning)[0] == "Dough for one loaf needs two things:"


@pytest.mark.parametrize("introduction", ["So, dough for one loaf needs two things:", "Here is what dough needs:"])
def test_a_list_whose_introduction_leans_on_something_stays_in_its_article(introduction: str) -> None:
    assert stepped(introduction, a_list("Flour", "Water")) == ()


def test_a_list_comes_without_markers_and_says_no_more_than_the_point() -> None:
    needs = "Dough for one loaf needs two things:"
    assert stepped(needs, a_list("Flour (Sand, 2014)", "Water [2]")) == (needs, "Flour", "Water")
    assert stepped(needs, a_list("Good dough needs little and rests long.", "Water")) == ()
    nested = Block("list", "Flour\nRye", items=(Item("Flour", "Flour"), Item("Rye", "Rye", depth=1)))
    assert stepped(needs, nested) == ()


def test_in_a_long_section_only_the_nearest_paragraphs_are_looked_at() -> None:
    far = tuple(a_paragraph(f"Our {count} bicycles stand in the shed of the school.") for count in range(100))
    point = KeyPoint(POINT, section=0, after=101)
    near = an_article(lead=(), sections=(Section(None, (a_paragraph(REST), *far)),), key_points=(point,))
    assert support.beside(near, point, (POINT,), None)[0].text != REST


@pytest.mark.parametrize(
    "paragraph",
    [
        "Dough that we let rest overnight also keeps two days longer.",  # most of it is in the point
        "Salt keeps dough in its shape for the oven. Dough which rested overnight keeps longer.",
    ],
)
def test_a_sentence_that_retells_the_point_in_other_words_is_left_out(paragraph: str) -> None:
    assert not any("overnight" in said for said in beside(paragraph))


def test_a_sentence_that_says_more_than_the_point_may_name_what_it_names() -> None:
    paragraph = (
        "Dough needs warm flour, fresh yeast and a bowl that nobody moves overnight, as every baker in town learns."
    )
    assert beside(paragraph) == [paragraph]


def test_what_sums_up_more_than_is_told_ends_a_passage() -> None:
    first = "A night of resting gives dough a deeper taste."
    ((told,),) = passages_beside(f"{first} These tastes are sharper in rye.")
    assert told == f"{first} These tastes are sharper in rye."
    assert passages_beside(f"{first} These habits come from the south.") == [(first,)]


def test_what_claims_something_about_health_stands_beside_no_point_that_claims_nothing() -> None:
    claim = "A walk to the mill before the night shift heals the hands of most old bakers."
    assert beside(claim, point=KeyPoint("Old bakers walk a lot.", section=0)) == []
    claiming = KeyPoint("Sleep in a cold room heals bakers.", section=0)
    assert beside(claim, point=claiming) == [claim]


def test_a_list_of_effects_on_the_body_stands_beside_no_point_that_claims_nothing() -> None:
    assert (
        stepped("Resting dough does this to bakers:", a_list("It lowers their blood pressure.", "It calms them.")) == ()
    )
    listed = a_list("It lowers their voices.", "It calms them.")
    assert stepped("Resting dough does this to bakers:", listed) != ()


def test_what_somebody_answers_is_no_premise() -> None:
    point = KeyPoint(POINT, section=0, after=2)
    for asked, answer, ended in (("Q: Why so early?", f"A: {REST}", False), ("Dough is slow.", REST, True)):
        blocks = (a_paragraph(asked), a_paragraph(answer))
        article = an_article(language="en", lead=(), sections=(Section(None, blocks),), key_points=(point,))
        assert (support.premise(article, point, (point.text,)) is not None) is ended


def test_who_was_introduced_in_an_earlier_part_is_told_by_nobody_whoever_reads_the_article() -> None:
    for _ in range(2):  # read anew, an article is equal and yet another
        earlier = Section("The baker", (a_paragraph("Every week the baker Nora Veld lets her dough rest."),))
        later = Section("Rest", (a_paragraph("For Nora a night of resting gives dough a deeper taste."),))
        point = KeyPoint(POINT, section=1)
        article = an_article(lead=(), sections=(earlier, later), key_points=(point,))
        assert support.beside(article, point, (POINT,), None) == ()
