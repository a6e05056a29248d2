/* Puts questions to the search index of a built site, as search/worker.js does, without a browser.
 * From standard input {index, questions}: the folder of the index as a file: address, and
 * [{language, text, filters}], filters by group a list of ids. To standard output, for each
 * question, its results and what its filters count. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const asked = JSON.parse(await readFile("/dev/stdin", "utf8"));

/* Pagefind fetches its files and asks the page for its language; here is neither net nor page. */
globalThis.fetch = async (address) => {
  const { href } = new URL(address, asked.index);
  return new Response(await readFile(fileURLToPath(href.split("?")[0])));
};
let language;
globalThis.document = {
  currentScript: null,
  querySelector: () => ({ getAttribute: () => language }),
};

const { createInstance } = await import(new URL("pagefind.js", asked.index));
const instances = {};

async function instanceOf(name) {
  language = name;
  instances[name] ??= createInstance({ noWorker: true, basePath: asked.index, baseUrl: "/" });
  const made = await instances[name];
  await made.init();
  return made;
}

/* The values of a group whose ids are asked for: a value is "id|label". */
async function chosen(pagefind, filters) {
  const known = await pagefind.filters();
  const made = {};
  for (const [group, ids] of Object.entries(filters)) {
    const any = Object.keys(known[group] || {}).filter((v) => ids.includes(v.split("|")[0]));
    if (any.length) made[group] = { any };
  }
  return made;
}

async function answer({ language: name, text, filters }) {
  const pagefind = await instanceOf(name);
  const found = await pagefind.search(text, { filters: await chosen(pagefind, filters) });
  const results = await Promise.all(
    found.results.map(async ({ score, data }) => {
      const { url, meta, filters: of, excerpt, content } = await data();
      return { score, url, meta, filters: of, excerpt, content };
    }),
  );
  return { results, filters: found.filters, total: found.totalFilters };
}

const answers = [];
for (const question of asked.questions) answers.push(await answer(question));
process.stdout.write(JSON.stringify(answers));
