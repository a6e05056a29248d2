/* The parts of the search page, empty: the field, what is told, the results. */
import { make } from "../rows/dom.js";

export function frame(words) {
  const field = make("input", {
    ...{ type: "search", name: "q", id: "fc-q", autocomplete: "off", spellcheck: "false" },
    ...{ enterkeyhint: "search", "aria-keyshortcuts": "/", placeholder: " " },
  });
  const key = make("kbd", { "aria-hidden": "true" }, "/");
  const form = make(
    "form",
    { role: "search", class: "fc-search__form" },
    make("label", { for: "fc-q" }, words.t("Search the checks")),
    make("div", { class: "fc-search__field" }, field, key),
  );
  const status = make("p", { class: "fc-search__status", role: "status" });
  const leads = make("div", { class: "fc-search__leads" });
  const list = make("ol", { class: "fc-results" });
  const label = words.t("Show more results");
  const more = make("button", { type: "button", class: "fc-action", hidden: true }, label);
  const found = make("div", { class: "fc-search__found" }, status, leads, list, more);
  const parts = make("div", { class: "fc-search__parts" }, found);
  const root = make("div", { class: "fc-search" }, form, parts);
  return { root, field, form, status, leads, list, more, parts };
}

export function names(words) {
  return {
    verdict: words.t("Verdict"),
    claimant: words.t("Who said it"),
    year: words.t("Year"),
    topic: words.t("Topic"),
    source: words.t("Source"),
    kind: words.t("Kind of page"),
  };
}
