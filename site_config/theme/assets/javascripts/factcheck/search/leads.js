/* Where to go on when a search finds nothing, or when a choice has no words to search for. */
import { isChosen, write } from "./address.js";
import { make } from "../rows/dom.js";
import { names } from "./frame.js";

const PAGES = {
  verdict: "verdicts",
  claimant: "people",
  topic: "topics",
  source: "sources",
  year: "claims/year",
};

/* What helps when nothing is found: advice, the same words without filters or in another language. */
export function elsewhere(state, words, clear) {
  const advice = words.t("Check the spelling, or try fewer words or another form of a word.");
  const label = words.t("Search without the filters");
  const without = make("button", { type: "button", class: "fc-action", click: clear }, label);
  const others = [...document.querySelectorAll(".fc-languages a[hreflang]")];
  const links = others.map((link) => other(link, state, words));
  return [make("p", {}, advice), ...(isChosen(state) ? [without] : []), ...links];
}

/* The search page of another language, with the same question. */
function other(link, state, words) {
  const href = link.href.split(/[?#]/)[0] + write(state);
  const long = link.querySelector(".fc-long") ?? link; // beside it stands the short name
  const name = make("span", { lang: link.lang }, long.textContent.trim());
  const told = words.t("Search “{words}” in another language:", { words: state.text });
  return make("p", {}, `${told} `, make("a", { href, hreflang: link.hreflang }, name));
}

/* The lists that a choice without words leads to: the table of claims, where the site has one, and a
 * page for each value. */
export function lists(state, words, table) {
  const tree = new URL(`${document.body.dataset.fcTree || ".."}/`, document.baseURI);
  const first = Object.entries(state.chosen).filter(([group]) => group !== "kind");
  const query = new URLSearchParams(first.map(([group, [id]]) => [group, id]));
  const known = names(words);
  const whole = table ? [[words.t("Claims with this choice"), `${table}?${query}`]] : [];
  const pages = Object.entries(PAGES).flatMap(([group, folder]) =>
    (state.chosen[group] || []).map((id) => [
      `${known[group]}: ${id.replaceAll("-", " ")}`,
      `${folder}/${encodeURIComponent(id)}/`,
    ]),
  );
  const rows = [...whole, ...pages].map(([name, path]) =>
    make("li", {}, make("a", { href: new URL(path, tree).href }, name)),
  );
  const told = words.t("Add a word to search, or read these lists:");
  return [make("p", {}, told), make("ul", {}, ...rows)];
}
