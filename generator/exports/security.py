"""``security.txt``: to whom a fault in the security of the site is reported (RFC 9116).

It lies in the folder that programs look into at the root of a host. A site in a folder of a host
publishes it there; whoever has the root copies it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generator import urls
from generator.offers import Group, Offer, OfferedFile, Standard
from generator.output import Output

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.edition import Edition
    from generator.exports.published import Published

STANDARD = Standard(name="RFC 9116", url="https://www.rfc-editor.org/rfc/rfc9116.html")
# The day is required and should be less than a year ahead (section 2.5.5). A build has no clock:
# the year is counted from the newest date in the records, so that the file of a site that nobody
# keeps up expires, as it should.
VALID = timedelta(days=364)


def outputs(site: Published) -> Iterator[Output]:
    """Make the file, once a record has a date."""
    if text := _text(site.first):
        yield Output(urls.SECURITY, text)


def _text(edition: Edition) -> str:
    publisher, day = edition.corpus.publisher, edition.corpus.as_of
    if day is None:
        return ""
    fields = {
        "Contact": f"mailto:{publisher.contact}",
        "Expires": f"{day + VALID}T00:00:00Z",
        "Preferred-Languages": ", ".join(publisher.spoken),
        "Canonical": urls.published(publisher.url, urls.SECURITY),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def offers(edition: Edition) -> Iterator[Offer]:
    """List it with what programs look for."""
    say, text = edition.words, _text(edition)
    if text:
        yield Offer(
            group=Group.CRAWLERS,
            name=say.t("Security contact"),
            text=say.t("To whom a fault in the security of this site is reported."),
            files=(OfferedFile(label=urls.SECURITY, path=urls.SECURITY),),
            standard=STANDARD,
            sample=text,
        )
