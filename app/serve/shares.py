"""Divides time among those that want it: nobody gets more than wanted; what one leaves is the others'."""

from collections.abc import Hashable, Sequence


def fair_shares(wanted: Sequence[float], budget: float) -> list[float]:
    """Max-min fair division: nobody gets more than wanted, and what one leaves is shared by the others."""
    if wanted and min(wanted) * len(wanted) >= budget:
        return [budget / len(wanted)] * len(wanted)
    shares = [0.0] * len(wanted)
    left = budget
    for rank, index in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        shares[index] = min(wanted[index], left / (len(wanted) - rank))
        left -= shares[index]
    return shares


def shares_by_address(wanted: Sequence[float], addresses: Sequence[Hashable], budget: float) -> list[float]:
    """The same among addresses, then among the sessions of each: 20 of one address get what one gets."""
    members: dict[Hashable, list[int]] = {}
    for index, address in enumerate(addresses):
        members.setdefault(address, []).append(index)
    if len(members) in {1, len(wanted)}:
        return fair_shares(wanted, budget)
    shares = [0.0] * len(wanted)
    of_addresses = fair_shares([sum(wanted[index] for index in group) for group in members.values()], budget)
    for group, share in zip(members.values(), of_addresses, strict=True):
        of_sessions = fair_shares([wanted[index] for index in group], share)
        for index, own in zip(group, of_sessions, strict=True):
            shares[index] = own
    return shares
