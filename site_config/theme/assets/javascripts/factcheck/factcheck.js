// Starts each feature that the page has a hook for; a page without hooks loads none of them.
// A feature is a module `export default function start(root, words)`, called for each element of
// its selector. An address in `data-fc-root` and `data-fc-tree` of the body leads to the root of
// the site and to that of the language's pages, without a slash at its end.

const FEATURES = {
  ".fc-scheme": "palette.js",
  ".fc-find": "keys.js",
  ".fc-toc": "toc.js",
  ".fc-search": "search.js",
  ".fc-listing": "rows.js",
  ".fc-copy": "copy.js",
};
const HIGHLIGHT = "highlight.js"; // when a search led here
const SPEECHLESS = new Set(["palette.js", "keys.js", "toc.js"]);

const { fcRoot, fcTree } = document.querySelector("script[data-fc-root]").dataset;
Object.assign(document.body.dataset, { fcRoot, fcTree });

async function words(file) {
  return SPEECHLESS.has(file) ? undefined : (await import("./words.js")).words(fcTree);
}

async function begin(file, roots) {
  const [feature, said] = await Promise.all([import(`./${file}`), words(file)]);
  for (const root of roots) feature.default(root, said);
}

for (const [selector, file] of Object.entries(FEATURES)) {
  const roots = document.querySelectorAll(selector);
  if (roots.length) begin(file, roots);
}
if (new URLSearchParams(location.search).has("highlight")) {
  begin(HIGHLIGHT, [document.querySelector("article") ?? document.body]);
}
