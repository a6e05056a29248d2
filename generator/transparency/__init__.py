"""What the site can show of the transparency that the codes of fact-checkers ask for.

Each item is worked out from the records and pages of the site. Nothing here claims membership:
who signs a code is assessed by people.

Sources: International Fact-Checking Network, "The commitments of the code of principles",
https://ifcncodeofprinciples.poynter.org/know-more/the-commitments-of-the-code-of-principles (its
five commitments, told in our own words); European Fact-Checking Standards Network, "Code of
Standards", https://efcsn.com/code-of-standards (the aims that its opening names, not each of its
criteria).
"""

from __future__ import annotations

from generator.transparency import findings
from generator.transparency.model import Code, Found, Item, Shown, Site
from generator.words import message

__all__ = ["CODES", "Code", "Found", "Item", "Shown", "Site"]

IFCN = (
    "https://ifcncodeofprinciples.poynter.org/know-more/the-commitments-of-the-code-of-principles"
)
EFCSN = "https://efcsn.com/code-of-standards"


CODES = (
    Code(
        heading=message("IFCN 1: non-partisanship and fairness"),
        url=IFCN,
        items=(
            Item(asks=message("The same standard for every check"), find=findings.standard),
            Item(asks=message("No concentration on one side"), find=findings.sides),
            Item(asks=message("No advocacy on what is checked"), find=findings.advocacy),
        ),
    ),
    Code(
        heading=message("IFCN 2: transparency of sources"),
        url=IFCN,
        items=(
            Item(asks=message("Evidence is shown"), find=findings.evidence),
            Item(asks=message("Sources in enough detail to find them"), find=findings.addresses),
            Item(asks=message("Readers can repeat the work"), find=findings.repeatable),
        ),
    ),
    Code(
        heading=message("IFCN 3: transparency of funding and organisation"),
        url=IFCN,
        items=(
            Item(asks=message("Funding is told"), find=findings.funding),
            Item(
                asks=message("Organisation and legal status are told"), find=findings.organisation
            ),
            Item(asks=message("The background of key people is told"), find=findings.people),
            Item(asks=message("A way to reach the newsroom"), find=findings.contact),
        ),
    ),
    Code(
        heading=message("IFCN 4: transparency of methodology"),
        url=IFCN,
        items=(
            Item(
                asks=message("The method of choosing, researching and rating is told"),
                find=findings.page(
                    "method.md",
                    message("A page explains the method."),
                    message("No page explains the method."),
                ),
            ),
            Item(
                asks=message("Readers are invited to send claims"),
                find=findings.page(
                    "contribute.md",
                    message("A page says how to suggest a claim."),
                    message("No page says how to suggest a claim."),
                ),
            ),
        ),
    ),
    Code(
        heading=message("IFCN 5: open and honest corrections"),
        url=IFCN,
        items=(
            Item(
                asks=message("A corrections policy is published"),
                find=findings.page(
                    "corrections.md",
                    message("The corrections policy has a page."),
                    message("No page tells the corrections policy."),
                ),
            ),
            Item(asks=message("Corrections are clear to readers"), find=findings.log),
            Item(asks=message("Former versions can be read"), find=findings.kept),
        ),
    ),
    Code(
        heading=message("EFCSN: methodology, ethics and transparency"),
        url=EFCSN,
        items=(
            Item(
                asks=message("An evidence-based method to verify public claims"),
                find=findings.repeatable,
            ),
            Item(asks=message("Accurate information"), find=findings.two_people),
            Item(asks=message("Information given ethically"), find=findings.reply),
            Item(asks=message("No bias or prejudice"), find=findings.sides),
            Item(asks=message("Matters of public interest"), find=findings.interest),
        ),
    ),
)
