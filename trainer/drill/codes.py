"""What lets somebody in: join codes, keys and tokens, made from random bytes that the caller gives."""

from __future__ import annotations

import base64
import hashlib

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0 and O, 1 and I: a code is read aloud and typed."""
CODE_LENGTH = 6
CLAIM_LENGTH = 3
"""Of what tells a request for a place from the few that wait beside it; it opens nothing."""
TOKEN_BYTES = 16
"""Of chance in a token or a key."""


def join_code(chance: bytes) -> str:
    """Six characters from as many bytes.

    >>> join_code(bytes(range(6)))
    '234567'
    """
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in chance[:CODE_LENGTH])


def claim_code(chance: bytes) -> str:
    """Three characters from as many bytes, to be compared by eye.

    >>> claim_code(bytes(range(6)))
    '234'
    """
    return join_code(chance)[:CLAIM_LENGTH]


def as_typed(code: str) -> str:
    """A code as somebody may have typed it, in the form in which it is compared.

    >>> as_typed(" ab2-cde ")
    'AB2CDE'
    """
    return "".join(character for character in code.upper() if character.isalnum())[: 2 * CODE_LENGTH]


def token(chance: bytes) -> str:
    """A token or key to be carried in a cookie or an address."""
    return base64.urlsafe_b64encode(chance[:TOKEN_BYTES]).rstrip(b"=").decode()


def digest(secret: str) -> str:
    """What is kept of a token: who reads the log cannot play with it."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()[:32]
