"""Edits of what stands around the records: the publisher, the pages, the theme, the settings."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator import reading, yamltext
from tests.edits.drawing import choose, word, words

if TYPE_CHECKING:
    from random import Random

    from tests.edits.project import Project

THEME = f"{reading.SITE_CONFIG}/theme"
MKDOCS = "mkdocs.yml"
WRITTEN = ("about", "index", "method", "uk/about", "uk/index", "uk/method")
PARTIALS = ("footer", "header", "content", "nav")
STYLES = ("claim", "shell", "lists", "factcheck", "card")
FEATURES = ("navigation.top", "content.code.copy", "toc.follow")


def a_publisher(project: Project, random: Random) -> str:
    """Change who answers for the site, or what the home page features."""
    data = project.data(reading.PUBLISHER)
    keys = ["name", "tagline", "url", "staff", "featured", "review", "organisation"]
    key = choose(random, keys)
    if key == "staff":
        choose(random, list(data["staff"].values()))["name"] = words(random, 2)
    elif key == "featured":
        ids = [PurePosixPath(file).stem for file in project.claims()]
        data["featured"] = random.sample(ids, min(4, len(ids)))
    elif key == "review":
        data["review"]["reason"] = f"{words(random, 5)}."
    elif key == "url":
        data["url"] = f"https://{word(random)}.example/"
    else:
        data[key] = words(random, 5)
    project.save(reading.PUBLISHER, data)
    return f"{reading.PUBLISHER}: '{key}'"


def a_language(project: Project, random: Random) -> str:  # noqa: ARG001 - there are two
    """Take the second language away, or bring it back."""
    data = project.data(reading.PUBLISHER)
    data["languages"] = ["en"] if "uk" in data["languages"] else ["en", "uk"]
    pages = f"{reading.PAGES}/uk"
    if (project.root / pages).is_dir():
        (project.root / pages).rename(project.root / ".uk")
    elif (project.root / ".uk").is_dir():
        (project.root / ".uk").rename(project.root / pages)
    project.save(reading.PUBLISHER, data)
    return f"{reading.PUBLISHER}: languages {', '.join(data['languages'])}"


def a_rule(project: Project, random: Random) -> str:
    """Change where an editorial rule draws its line."""
    data = project.data(reading.RULES)
    key = choose(random, ["claims_per_passage", "review_after_days", "alike"])
    data[key] = str(random.randint(80, 100) if key == "alike" else random.randint(3, 400))
    project.save(reading.RULES, data)
    return f"{reading.RULES}: '{key}'"


def a_page(project: Project, random: Random) -> str:
    """Change a hand-written page."""
    files = [f"{reading.PAGES}/{name}.md" for name in WRITTEN]
    file = choose(random, [file for file in files if (project.root / file).is_file()])
    project.write(file, f"{project.text(file)}\n{words(random, 9)}.\n")
    return f"{file}: one more paragraph"


def another_page(project: Project, random: Random) -> str:
    """Add a hand-written page with a picture, change that, or delete both."""
    page, picture = f"{reading.PAGES}/harbour.md", f"{reading.PAGES}/harbour.png"
    if (project.root / page).is_file():
        if random.random() < 0.5:
            project.write(picture, words(random, 20))
            return f"{picture}: another picture"
        project.delete(page)
        project.delete(picture)
        return f"{page}: deleted"
    project.write(page, f"# Harbour\n\n{words(random, 9)}.\n\n![Boats](harbour.png)\n")
    project.write(picture, words(random, 20))
    return f"{page}: added, with a picture"


def a_template(project: Project, random: Random) -> str:
    """Change a template of the theme."""
    if random.random() < 0.3:
        file, row = f"{THEME}/main.html", "{% block site_meta %}"
        text = project.text(file)
        mark = f'\n  <meta name="edited" content="{words(random, 1)}">'
        project.write(file, text.replace(row, row + mark, 1))
        return f"{file}: one more element in the head"
    file = f"{THEME}/partials/{choose(random, list(PARTIALS))}.html"
    project.write(file, f"{project.text(file)}<!-- {words(random, 2)} -->\n")
    return f"{file}: a comment"


def a_mark(project: Project, random: Random) -> str:
    """Change the mark of the site, which stands in share pictures too."""
    text = project.text(reading.MARK)
    project.write(reading.MARK, text.replace("</svg>", f"<!-- {word(random)} --></svg>"))
    return f"{reading.MARK}: a comment"


def a_style(project: Project, random: Random) -> str:
    """Change a style sheet, or a script."""
    file = f"{THEME}/assets/stylesheets/{choose(random, list(STYLES))}.css"
    if random.random() < 0.2:
        file = f"{THEME}/assets/javascripts/factcheck/copy.js"
    project.write(file, f"{project.text(file)}/* {words(random, 2)} */\n")
    return f"{file}: a comment"


def a_setting(project: Project, random: Random) -> str:
    """Change a setting of the theme, of Markdown or of the menu."""
    settings = yamltext.load_settings(project.text(MKDOCS))
    key = choose(random, ["features", "permalink", "nav", "style", "icon"])
    if key == "features":
        feature = choose(random, list(FEATURES))
        settings["theme"]["features"] = sorted({*settings["theme"]["features"]} ^ {feature})
    elif key == "permalink":
        settings["markdown_extensions"][-1]["toc"]["permalink_title"] = words(random, 3)
    elif key == "nav":
        settings["nav"][2] = {words(random, 1): "sources/index.md"}
    elif key == "style":
        settings["extra_css"].append(settings["extra_css"].pop(3))
    else:
        settings["theme"]["icon"]["edit"] = choose(random, ["material/pen", "material/pencil"])
    project.write(MKDOCS, yamltext.dump_settings(settings))
    return f"{MKDOCS}: '{key}'"
