import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.reading.sources.addresses import is_public
from polybius.reading.sources.fetch import resolve
from tests.shared import shared

PRIVATE = [
    *("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "192.0.0.8", "192.0.2.1", "198.18.0.1", "192.88.99.1", "224.0.0.1", "240.0.0.1"),  # noqa: S104  (refused)
    *("255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1"),
    *("64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "fc00::1"),
    *("fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1", "100::1", "", "localhost"),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_what_must_not_be_dialled(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "1.1.1.1"])
def test_what_may_be_dialled(address: str) -> None:
    assert is_public(address)


def test_every_spelling_in_the_list_of_hostile_addresses() -> None:
    lines = shared("hostile_addresses.txt").read_text(encoding="utf-8").splitlines()
    spellings = [line for line in lines if line and not line.startswith("#")]
    for spelling in spellings:
        try:
            found = resolve(spelling.strip("[]"), 80)
        except (OSError, UnicodeError):
            continue
        assert not any(is_public(address) for address in found), spelling


@given(st.ip_addresses())
def test_translators_carry_no_private_address(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if address.is_private or address.is_multicast or address.is_loopback:
        assert not is_public(str(address)) or address.is_global
