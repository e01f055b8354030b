"""Which machines may be asked: only those on the public internet, unless told otherwise.

A name is resolved here once and the connection is made to the very address that was checked,
so that a name cannot change its address between the check and the use.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

PUBLIC_PORTS = frozenset({80, 443, 8080, 8443})
NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
Address = IPv4Address | IPv6Address


class PrivateAddressError(ValueError):
    """The host, or one of its addresses, is not on the public internet."""


def resolve(host: str, port: int, *, allow_local: bool) -> str:
    """A checked address of a host; every address it has must pass.

    Raises PrivateAddressError when one does not, OSError when the name is not known.
    """
    if port not in PUBLIC_PORTS and not allow_local:
        raise PrivateAddressError(f"Port {port} is not one of the web's.")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]).split("%")[0] for entry in found]
    for address in addresses:
        if not _may_be_asked(ip_address(address), allow_local=allow_local):
            raise PrivateAddressError(f"{host} leads to {address}, which is not public.")
    if not addresses:
        raise OSError(f"{host} has no address.")
    return addresses[0]


def _may_be_asked(address: Address, *, allow_local: bool) -> bool:
    inner = _inside(address)
    if inner is not None and not _may_be_asked(inner, allow_local=allow_local):
        return False
    if address.is_multicast or address.is_link_local or address.is_unspecified:
        return False  # link-local: also where clouds answer with their machines' secrets
    return address.is_global or (allow_local and (address.is_loopback or address.is_private))


def _inside(address: Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address carries in it, if it does."""
    if isinstance(address, IPv4Address):
        return None
    if address.ipv4_mapped:
        return address.ipv4_mapped
    if address.sixtofour:
        return address.sixtofour
    if address.teredo:
        return address.teredo[1]
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in NAT64 else None
