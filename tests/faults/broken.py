"""The guards of the product, how each is broken, and which cases of the matrix are to notice it."""

from __future__ import annotations

from dataclasses import dataclass

Change = tuple[str, str, str]  # a file below pipeline/, what stands there, and what to write instead


@dataclass(frozen=True)
class Guard:
    """Something without which a thing could go out twice, unapproved, never or at the wrong time.

    Attributes:
        changes: How it is broken.
        only: The cases to run, as a regular expression of their names.
        covered: Why nothing can notice; empty where the matrix must.
    """

    name: str
    changes: tuple[Change, ...]
    only: str
    covered: str = ""


_WORK, _STATES, _RECOVERING = "ledger/work.py", "ledger/states.py", "jobs/recovering.py"
_DELIVERING, _STORE, _SLOTS = "jobs/delivering.py", "ledger/store.py", "slots.py"

_FENCE: Change = ("ledger/deliveries.py", "        where.append(deliveries.c.fence == fence)\n", "        pass\n")
_IN_TIME: Change = (_WORK, "    return until is not None and now <= until - LEASE / 2", "    return True")
_OURS: Change = (
    _WORK,
    "    return (held.state, held.fence) == (State.PUBLISHING, work.delivery.fence)",
    "    return True",
)
_PARTS: Change = (_WORK, "    return previous is None or previous.state == State.CONFIRMED", "    return True")
_PARTS_DUE: Change = (
    "ledger/deliveries.py",
    "            or_(deliveries.c.part == 1, ~waits.exists()),\n",
    "",
)
_HASH: Change = (
    _WORK,
    "if not same or approvals.approved(connection, draft) != drafts.digest_of(place, draft.title, sent):",
    "if False:",
)
_SAME_DRAFT: Change = (_WORK, "    return unchanged is not None and move(", "    return move(")
_MARK: Change = (_STORE, "            reason = _not_the_last_one(connection, path)\n", "            reason = None\n")
_LIVE: Change = (_STORE, "if counted and not _is_new(connection, self.path, counted):", "if False:")

GUARDS = (
    Guard(
        "the brake",
        (("ledger/brake.py", "    return state(connection) is not None", "    return False"),),
        "-brake-",
    ),
    Guard("keys expire", ((_RECOVERING, "_KEY_IN_USE = 0.8", "_KEY_IN_USE = 1000"),), "^keyed-blind-expired"),
    Guard("a margin for clocks", ((_RECOVERING, "_KEY_IN_USE = 0.8", "_KEY_IN_USE = 1"),), "^keyed-blind-edge"),
    Guard(
        "a slot's label is a wall time",
        (
            (_SLOTS, 'yield Slot(f"{day} {at:%H:%M} {zone}", due)', 'yield Slot(f"{due} as of {now}", due)'),
            (_SLOTS, "return Slot(week(day), due)", 'return Slot(f"{due} as of {now}", due)'),
        ),
        "-night-1$",
    ),
    Guard(
        "a part replies to the one before",
        ((_DELIVERING, "held.due, claimed.after)", "held.due, None)"),),
        "^thread-(kill|none|twice)",
    ),
    Guard(
        "a changed draft is staged again",
        ((_DELIVERING, 'there is None or remote.state != "draft" or remote.differs:', "there is None:"),),
        "-meddle",
    ),
    Guard(
        "a look at what is staged",
        (
            (
                _DELIVERING,
                '    if remote.state != "draft" or remote.differs:\n        wrong',
                "    if False:\n        wrong",
            ),
        ),
        "-meddle",
    ),
    Guard(
        "a draft is published again only as approved",
        ((_RECOVERING, 'return remote.state == "draft" and not remote.differs', 'return remote.state == "draft"'),),
        "-meddle-kill",
    ),
    Guard(
        "it is written down before",
        (
            (
                _DELIVERING,
                "            begun = work.intend(connection, claimed, courier.now())\n",
                "            begun = True\n",
            ),
            _OURS,
        ),
        "^(none|keyed-blind|findable)-(kill|expired)",
    ),
    Guard("the hash at claim", (_HASH,), "-(tamper|edit|rewrite)-"),
    Guard("the fence", (_FENCE,), "^keyed-blind-cross-dead"),
    Guard("half of the lease", (_IN_TIME,), "-doze-"),
    Guard("still ours", (_OURS,), "-suspended-"),
    Guard(
        "a search allows no second try",
        ((_RECOVERING, 'if facts.guarantee != "keyed" or held.published is None:', "if held.published is None:"),),
        "^findable-(drop-after|later?|slow)-",
    ),
    Guard(
        "without any promise a person decides",
        (
            (_RECOVERING, 'if facts.guarantee == "none" or staged is None:', "if staged is None:"),
            (_RECOVERING, 'if facts.guarantee != "keyed" or held.published is None:', "if held.published is None:"),
            (_DELIVERING, 'if lost and channel.facts.guarantee == "none":', "if False:"),
        ),
        "^none-(drop-after|later?|slow)-",
    ),
    Guard("the mark", (_MARK, _LIVE), "^(none|staged)-restored-[0-9]"),
    Guard(
        "the mark, when the ledger is opened",
        (_MARK,),
        "^(none|staged)-restored-[0-9]",
        "each count is compared with the mark before it is kept, so that nothing is begun from an older ledger",
    ),
    Guard(
        "a ledger put back while it is open",
        (_LIVE,),
        "^none-restored-live",
    ),
    Guard(
        "what is uncertain is not tried again",
        (
            (
                _DELIVERING,
                "            lost = work.lose(connection, claimed.delivery, courier.now(), str(error))\n",
                "            lost = work.put_back(connection, claimed, courier.now(), courier.now(), str(error))\n",
            ),
        ),
        "^(none|findable|keyed-blind)-(drop-after|later?|slow)-",
    ),
    Guard(
        "one draft there",
        (_SAME_DRAFT,),
        "-(cross|stop|ahead)-",
        "whoever changes what is staged has claimed the delivery before, so that the fence refuses the loser as well",
    ),
    Guard(
        "no cancelling while it is published",
        (
            (
                _STATES,
                "frozenset({S.PLANNED, S.APPROVED, S.CLAIMED, S.STAGED, S.ACCEPTED, S.MISSED, S.FAILED}), S.CANCELLED",
                "frozenset(S) - {S.CONFIRMED, S.CANCELLED}, S.CANCELLED",
            ),
        ),
        "-(cancel|discard)-",
    ),
    Guard(
        "an edit takes back the yes",
        (
            (
                "ledger/planning.py",
                "        move(connection, held.id, Move.VOID, now)\n        values",
                "        values",
            ),
        ),
        "-(edit|rewrite|move)-",
    ),
    Guard(
        "late evidence counts",
        (
            (
                _STATES,
                "Rule(frozenset(S) - {S.CONFIRMED, S.SKIPPED}, S.CONFIRMED)",
                "Rule(frozenset({S.PUBLISHING}), S.CONFIRMED)",
            ),
        ),
        "-(kill|stop|drop-after|late)-",
    ),
    Guard(
        "what is only queued counts",
        (
            (
                _STATES,
                "Rule(frozenset(S) - {S.ACCEPTED, S.CONFIRMED, S.SKIPPED}, S.ACCEPTED)",
                "Rule(frozenset({S.PUBLISHING, S.UNKNOWN}), S.ACCEPTED)",
            ),
        ),
        "^queued-restored(-mark)?-[0-9]",
    ),
    Guard(
        "the order of parts",
        (_PARTS,),
        "^thread-(kill|cross|ahead|twice)",
        "a round lists a part only once the one before it is confirmed, and what is confirmed stays so",
    ),
    Guard("the order of parts, anywhere", (_PARTS, _PARTS_DUE), "^thread-(none|kill)"),
    Guard(
        "writers wait for each other", ((_STORE, '"BEGIN IMMEDIATE" if writes else "BEGIN"', '"BEGIN"'),), "-beside-"
    ),
    Guard(
        "one key for all tries",
        (
            (
                "ledger/drafts.py",
                '{delivery.reference}"\n    return hashlib',
                '{delivery.reference}\\0{delivery.fence}"\n    return hashlib',
            ),
        ),
        "^keyed-blind-(kill|drop-after|slow)",
    ),
    Guard(
        "evidence before the first call",
        (
            (
                _DELIVERING,
                "    if isinstance(there, Receipt):\n        return there\n    remote",
                "    if isinstance(there, Receipt):\n        there = None\n    remote",
            ),
            (
                _DELIVERING,
                "    if remote.receipt:\n        return remote.receipt\n    if there is None",
                "    if there is None",
            ),
        ),
        "-restored-(mark|new)-",
    ),
    Guard(
        "a limit to being late",
        (
            (_WORK, "    if now - held.due > (late.email", "    if False and now - held.due > (late.email"),
            ("ledger/sweep.py", "        if (too_late or behind) and move(", "        if False and move("),
        ),
        "-(doze|expired|sleep)-",
    ),
)
