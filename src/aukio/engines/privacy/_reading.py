"""Everything together, in order, without places that overlap."""

from collections.abc import Iterable

from aukio.engines.privacy._accounts import ibans, plates
from aukio.engines.privacy._emails import emails
from aukio.engines.privacy._finding import Finding, Kind
from aukio.engines.privacy._identity import identity_codes
from aukio.engines.privacy._names import names
from aukio.engines.privacy._phones import phones
from aukio.engines.privacy._places import addresses
from aukio.engines.privacy._rare import rare_combinations

_WEIGHT = {kind: place for place, kind in enumerate(Kind)}


def find(text: str) -> tuple[Finding, ...]:
    """What could tell who somebody is, in order of place; no two overlap.

    Where they would, the weightier kind keeps its name and takes in what the other covers,
    so that nothing found is left out.
    """
    found = [
        *identity_codes(text),
        *emails(text),
        *ibans(text),
        *phones(text),
        *addresses(text),
        *names(text),
        *plates(text),
        *rare_combinations(text),
    ]
    return tuple(_apart(found))


def _apart(found: Iterable[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for one in sorted(found):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
            continue
        last = kept.pop()
        if Kind.RARE in (one.kind, last.kind) and one.kind != last.kind:
            kept.extend(_beside_hint(last, one))
            continue
        heavier = min(last, one, key=lambda each: _WEIGHT[each.kind])
        certain = last.certain or one.certain
        kept.append(Finding(last.start, max(last.end, one.end), heavier.kind, certain))
    return kept


def _beside_hint(last: Finding, one: Finding) -> list[Finding]:
    """A hint gives way: it keeps only what the other leaves before it."""
    if one.kind != Kind.RARE:
        before = [Finding(last.start, one.start, last.kind, last.certain)]
        return [*(before if one.start > last.start else []), one]
    if one.end > last.end:
        return [last, Finding(last.end, one.end, one.kind, one.certain)]
    return [last]
