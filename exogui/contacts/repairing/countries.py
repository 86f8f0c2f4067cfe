"""The countries of the world and their calling codes (libphonenumber's)."""

from __future__ import annotations

from functools import cache


@cache
def countries() -> tuple[tuple[str, str], ...]:
    """Every country (ISO) and its calling code, digits only; the main country of a shared code first."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    return tuple(
        (region, str(code))
        for code, regions in COUNTRY_CODE_TO_REGION_CODE.items()
        for region in regions
        if region.isalpha()  # 001 stands for services that belong to no country
    )


def calling_code_of(country: str) -> str:
    """``IN`` -> ``91``.

    Raises:
        ValueError: there is no such country.
    """
    calling_code = _calling_codes().get(country)
    if calling_code is None:
        raise ValueError(f"no country {country!r}")
    return calling_code


def main_country_of(calling_code: str) -> str | None:
    """``91`` -> ``IN``; of countries that share a code the main one: ``US`` for ``1``."""
    return next((country for country, code in countries() if code == calling_code), None)


@cache
def _calling_codes() -> dict[str, str]:
    return dict(countries())
