"""Which network addresses may be dialled: those of the public Internet and no others.

A page or a feed can name any address, and so can whoever runs a name's DNS.
What leads to this machine, its network or a cloud's own services is refused,
in every disguise: mapped into IPv6, through translators, in odd notations.
"""

from __future__ import annotations

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Beyond what ``is_global`` knows: translators and tunnels to IPv4 (RFC 6052, 8215,
# 3056, 4380, 7526), IPv4-compatible and site-local addresses (RFC 4291, 3879),
# protocol assignments (RFC 6890), benchmarks (RFC 2544), the former class E.
_NEVER = tuple(
    ipaddress.ip_network(each)
    for each in (
        *(
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2002::/16",
            "2001::/23",
            "::/96",
            "fec0::/10",
            "100::/64",
            "5f00::/16",
        ),
        *(
            "192.0.0.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "240.0.0.0/4",
            "0.0.0.0/8",
            "100.64.0.0/10",
        ),
    )
)


def is_public(address: str | Address) -> bool:
    """Whether *address*, in the notation of ``ipaddress``, is one of the public Internet."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv6Address):
        if known.scope_id is not None:
            return False
        if known.ipv4_mapped is not None:
            known = known.ipv4_mapped
    return (
        known.is_global
        and not known.is_multicast
        and not known.is_reserved
        and not any(known in network for network in _NEVER if network.version == known.version)
    )
