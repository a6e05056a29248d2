/* The list of results. Nothing of an index is put in as markup. */
import { make } from "../rows/dom.js";
import { labelOf } from "./values.js";

const MOST_MARKED = 8; // word forms that an address carries to the page

/* One result: where it leads, what kind of page it is, and the words around what was found. */
export function item(found) {
  const link = make("a", { href: address(found) }, found.meta.title || found.url);
  return make(
    "li",
    { class: "fc-result" },
    make("p", { class: "fc-result__title" }, link),
    make("p", { class: "fc-meta" }, ...badge(found), found.meta.line || ""),
    make("p", { class: "fc-result__words" }, "… ", ...marked(found.excerpt), " …"),
  );
}

function badge({ filters, meta }) {
  const [verdict] = filters.verdict || [];
  const [kind] = filters.kind || [];
  if (verdict) {
    const style = `fc-verdict ${meta.style || ""}`.trim();
    return [make("span", { class: style }, labelOf(verdict)), " "];
  }
  return kind ? [make("span", { class: "fc-result__kind" }, labelOf(kind)), " "] : [];
}

/* Pagefind marks what was found by <mark> and writes < and > of the page as references. */
function marked(excerpt) {
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return excerpt
    .split(/<mark>(.*?)<\/mark>/)
    .map((part, place) => (place % 2 ? make("mark", {}, plain(part)) : plain(part)));
}

/* The page, with the forms of the words that were found on it, for highlight.js to mark. */
function address({ url, forms }) {
  const bare = (word) => word.toLocaleLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const words = [...new Set(forms.map(bare))].filter(Boolean).slice(0, MOST_MARKED);
  const query = new URLSearchParams(words.map((word) => ["highlight", word]));
  return words.length ? `${url}?${query}` : url;
}
