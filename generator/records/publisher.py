"""Who answers for the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from generator import catalogue
from generator.fields import Email, Flag, Id, Language, Line, Prose, Url
from generator.problems import listed
from generator.records.base import Fault, Model
from generator.records.translation import PublisherTranslation, StaffTranslation

if TYPE_CHECKING:
    from collections.abc import Iterator


class Licence(Model):
    """Under which terms the site's own words may be used again."""

    name: Line = Field(description="Name of the licence.", examples=["CC BY 4.0"])
    url: Url = Field(
        description="Address of its text.",
        examples=["https://creativecommons.org/licenses/by/4.0/"],
    )


class Staff(Model):
    """Who writes or reviews checks: a person or a desk."""

    name: Line = Field(
        description="Name of the person or desk, as the byline shows it.", examples=["Claims desk"]
    )
    role: Prose | None = Field(
        None,
        description="What the person or desk does, for the page on the method.",
        examples=["Writes the checks from the captured texts."],
    )
    translations: dict[Language, StaffTranslation] = Field(
        {},
        description="The same in other languages of the interface, each under its tag.",
        examples=[{"uk": {"name": "Редакція"}}],
    )


class ReviewRule(Model):
    """Whether a published claim needs a checker and another reviewer."""

    two_people: Flag = Field(
        description=(
            "true: whoever reviewed a published claim is not whoever checked it. false needs a "
            "reason."
        ),
        examples=[True],
    )
    reason: Prose | None = Field(
        None,
        description="Why the rule is off; the site prints it. Required when two_people is false.",
        examples=["The newsroom has one member."],
    )

    def faults(self) -> Iterator[Fault]:
        """Whoever switches the rule off says why, and the site prints it."""
        if not self.two_people and not self.reason:
            said = "the two-person rule is off without a reason"
            yield Fault(("two_people",), "inconsistent", said, "say why in 'reason'")


class Publisher(Model):
    """Who answers for the site: ``site_config/publisher.yml``."""

    name: Line = Field(description="Name of the site.", examples=["The Otterby Checks"])
    tagline: Line = Field(
        description="One sentence below the name: what the site does.",
        examples=["Every quoted passage was compared with its source."],
    )
    url: Url = Field(
        description="Address of the published site, ending in /.",
        examples=["https://checks.example/"],
    )
    language: Language = Field(
        description="Language in which the checks are written, as a BCP 47 tag: en, uk, pt-BR.",
        examples=["en"],
    )
    languages: tuple[Language, ...] = Field(
        (),
        description=(
            "Languages of the interface, each with pages of its own. The first, which is that of "
            "the checks, is at the root of the site; without this list it is the only one."
        ),
        examples=[["en", "uk"]],
    )
    contact: Email = Field(
        description="E-mail address to which readers report an error without an account.",
        examples=["corrections@checks.example"],
    )
    repository: Url | None = Field(
        None,
        description="Address of the repository that holds the records.",
        examples=["https://git.checks.example/site"],
    )
    edit_url: Url | None = Field(
        None,
        description=(
            "Address that edits a file of the repository, ending in /; the path of the record is "
            "put behind it."
        ),
        examples=["https://git.checks.example/site/edit/main/"],
    )
    issue_url: Url | None = Field(
        None,
        description="Address at which readers open a new issue.",
        examples=["https://git.checks.example/site/issues/new"],
    )
    organisation: Prose | None = Field(
        None,
        description="Who is legally answerable and how the newsroom is organised; readers see it.",
        examples=["The Otterby Checks are published by the Otterby Press Association."],
    )
    funding: Prose | None = Field(
        None,
        description="Who pays for the site; readers see it.",
        examples=["The association pays for it from the fees of its members."],
    )
    licence: Licence = Field(
        description="Terms under which the site's own words may be used again.",
        examples=[
            {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        ],
    )
    review: ReviewRule = Field(
        description="The rule of two people: who checks a published claim does not review it.",
        examples=[{"two_people": True}],
    )
    staff: dict[Id, Staff] = Field(
        min_length=1,
        description=(
            "Who writes and reviews checks, each under an id that 'checked_by' and 'reviewed_by' "
            "name."
        ),
        examples=[{"claims-desk": {"name": "Claims desk"}}],
    )

    featured: tuple[Id, ...] = Field(
        (),
        description=(
            "Ids of the claims that the home page shows first, in this order: those that matter "
            "most to a reader who comes for the first time. Only published claims."
        ),
        examples=[["mayor-keeps-ferry"]],
    )
    translations: dict[Language, PublisherTranslation] = Field(
        {},
        description="The tagline in other languages of the interface, each under its tag.",
        examples=[{"uk": {"tagline": "Кожну цитату звірено."}}],
    )

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the interface; the first is that of the checks."""
        return self.languages or (self.language,)

    def faults(self) -> Iterator[Fault]:
        """Addresses that others are joined to end in a slash."""
        for field in ("url", "edit_url"):
            address = getattr(self, field)
            if address and not address.endswith("/"):
                yield Fault((field,), "not-a-url", f"'{address}' must end in /", "add the /")
        if self.languages and self.languages[0] != self.language:
            said = f"the checks are in '{self.language}', which is not the first language"
            hint = f"begin the list with {self.language}"
            yield Fault(("languages",), "inconsistent", said, hint)
        for index, language in enumerate(self.languages):
            if language in self.languages[:index]:
                said = f"'{language}' is listed already"
                yield Fault(("languages", index), "inconsistent", said, "remove one")
            if language not in catalogue.languages():
                said = f"the interface is not translated into '{language}'"
                hint = f"it speaks {listed(catalogue.languages())}"
                yield Fault(("languages", index), "bad-value", said, hint)
        for index, claim in enumerate(self.featured):
            if claim in self.featured[:index]:
                said = f"the claim '{claim}' is listed already"
                yield Fault(("featured", index), "inconsistent", said, "remove one")
        yield from (fault.below("review") for fault in self.review.faults())
