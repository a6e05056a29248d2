/* Searches beside the page, so that a search through many pages never holds up the keys. Started
 * with the language as its name. Takes {turn, method, ...} and answers {turn, ...}. */
import { GROUPS } from "./address.js";
import { idOf } from "./values.js";

// Pagefind asks the page for its language; a worker has no page.
self.document = { querySelector: () => ({ getAttribute: () => self.name }) };
const place = new URL("../../../../pagefind/pagefind.js", import.meta.url);
const ready = import(place).then(({ createInstance }) => createInstance({ noWorker: true }));

let results = []; // of the last search
const loaded = {}; // by group, a promise that its values are here: 20 to 100 KB for 10,000 pages

const methods = { find, more, counts };

addEventListener("message", async ({ data: { turn, method, ...rest } }) => {
  try {
    postMessage({ turn, ...(await methods[method](rest)) });
  } catch (error) {
    postMessage({ turn, error: String(error) });
  }
});

async function find({ text, chosen, first }) {
  const pagefind = await ready;
  const filters = await filtersOf(chosen, text);
  results = (await pagefind.search(text, { filters })).results;
  return { total: results.length, items: await texts(0, first) };
}

async function more({ from, to }) {
  return { items: await texts(from, to) };
}

/* How many results each value of some groups would leave, as [value, count]. A group is counted
 * as if nothing were chosen in it, because its values add to each other. */
async function counts({ text, chosen, groups }) {
  await Promise.all(groups.map((group) => load(group, text)));
  const whole = await counted(text, chosen);
  const made = {};
  for (const group of groups) {
    const { [group]: own, ...rest } = chosen;
    const found = own ? await counted(text, rest) : whole;
    made[group] = Object.entries(found[group] || {});
  }
  return { counts: made };
}

async function counted(text, chosen) {
  const filters = await filtersOf(chosen, text);
  return (await (await ready).search(text, { filters })).filters;
}

/* Any value of a group, and each group. An id that no page has, in an old address, is passed
 * over. */
async function filtersOf(chosen, text) {
  const filters = {};
  for (const group of GROUPS.filter((one) => chosen[one])) {
    const known = await load(group, text);
    const any = known.filter((value) => chosen[group].includes(idOf(value)));
    if (any.length) filters[group] = { any };
  }
  return filters;
}

/* The values of a group. Pagefind loads a filter when a search uses it. */
function load(group, text) {
  loaded[group] ??= (async () => {
    const pagefind = await ready;
    await pagefind.preload(text, { filters: { [group]: "-" } });
    const found = (await pagefind.search(text)).totalFilters[group] || {};
    return Object.keys(found);
  })();
  return loaded[group];
}

/* What the page shows of some results; the forms are the words as they stand on the page. */
async function texts(from, to) {
  const some = await Promise.all(results.slice(from, to).map((one) => one.data()));
  return some.map(({ url, meta, filters, excerpt, raw_content: content, locations }) => {
    const words = content.split(/[\r\n\s]+/);
    return { url, meta, filters, excerpt, forms: locations.map((at) => words[at] || "") };
  });
}
