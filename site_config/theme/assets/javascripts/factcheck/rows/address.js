/* What a reader chose, as it stands in the address of the page: ?verdict=misquoted&sort=said */
export const FACETS = ["verdict", "claimant", "topic", "year", "source"];
// Not "q": the theme reads that for its own search.
const KEYS = ["text", ...FACETS, "sort"];

export function read(name, search = location.search) {
  const found = new URLSearchParams(search);
  const state = { page: Math.max(1, Math.trunc(found.get(`${name}page`)) || 1) };
  for (const key of KEYS) state[key] = found.get(name + key) || "";
  return state;
}

/* Whether it asks for more than the page shows by itself. */
export function isUsed(state) {
  return state.page > 1 || KEYS.some((key) => state[key]);
}

/* The address of this page with a choice; what else stands in it is kept. */
export function address(state, name) {
  const url = new URL(location);
  url.hash = "";
  for (const key of [...KEYS, "page"]) {
    url.searchParams.delete(name + key);
    if (state[key] && state[key] !== 1) url.searchParams.set(name + key, state[key]);
  }
  return url.href;
}
