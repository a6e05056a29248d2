/* Marks the words that a search found on the page it led to: ?highlight=ceasefire. The marks are
 * painted over the text by the browser (CSS Custom Highlight API) and change nothing in it, so
 * that a quotation is selected and copied as before. Browsers without it show the page as it is. */
import { make } from "./rows/dom.js";

const NAME = "fc-found";
const KEY = "highlight";

export default function start(root, words) {
  const forms = new URLSearchParams(location.search).getAll(KEY).filter(Boolean);
  if (!forms.length || !CSS.highlights) return;
  const ranges = places(root, forms);
  if (!ranges.length) return;
  CSS.highlights.set(NAME, new Highlight(...ranges));
  let place = -1;
  const told = words.t("Words of your search on this page: {n}", { n: words.number(ranges.length) });
  const next = button(words.t("Next"), () => to((place + 1) % ranges.length));
  const bar = make("div", { class: "fc-found", role: "region", "aria-label": told }, told, next);
  bar.append(button(words.t("Remove the marks"), remove));
  root.prepend(bar);
  // An anchor in the address says where to go; without one it is the first mark.
  if (!location.hash && ranges[0].getBoundingClientRect().bottom > innerHeight) to(0);

  function to(number) {
    place = number;
    const box = ranges[place].getBoundingClientRect();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: scrollY + box.top - innerHeight / 3, behavior: calm ? "auto" : "smooth" });
  }

  function remove() {
    CSS.highlights.delete(NAME);
    bar.remove();
    const url = new URL(location);
    url.searchParams.delete(KEY);
    history.replaceState(history.state, "", url);
  }
}

function button(label, click) {
  return make("button", { type: "button", class: "fc-action", click }, label);
}

/* Every place where one of the forms stands as a whole word. */
function places(root, forms) {
  // A hyphen needs no mark before it, and with the flag "u" none is allowed there.
  const escaped = forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const edge = "[\\p{L}\\p{M}\\p{N}]";
  const pattern = new RegExp(`(?<!${edge})(?:${escaped.join("|")})(?!${edge})`, "giu");
  const made = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const match of walker.currentNode.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(walker.currentNode, match.index);
      range.setEnd(walker.currentNode, match.index + match[0].length);
      // What is folded away or hidden has no box to go to.
      if (range.getClientRects().length) made.push(range);
    }
  }
  return made;
}
