/* Which rows fit, how many more each choice would leave, and their order: no page needed. */
import { FACETS } from "./address.js";
import { fold } from "./data.js";
import { collator } from "./language.js";

/* The number of a name in its list; -1 where there is none. */
function place(data, facet, id) {
  data.places[facet] ??= new Map(data.names[facet].map(([known], number) => [known, number]));
  return data.places[facet].get(id) ?? -1;
}

const has = (cell, wanted) => (cell.includes ? cell.includes(wanted) : cell === wanted);

/* The rows of one list: all, or those of a topic, a person, a verdict ... */
export function within(data, only) {
  const all = Array.from({ length: data.length }, (_, row) => row);
  return Object.entries(only).reduce((rows, [facet, id]) => {
    const wanted = place(data, facet, id);
    return rows.filter((row) => has(data.rows[facet][row], wanted));
  }, all);
}

/* A choice is counted as if its own facet were open: what it would leave. An unknown name in an
 * old address is passed over. */
export function find(data, base, state) {
  const wanted = FACETS.map((facet) => place(data, facet, state[facet]));
  const columns = FACETS.map((facet) => data.rows[facet]);
  const counts = FACETS.map((facet) => new Uint32Array(data.names[facet].length));
  const parts = fold(state.text).split(/\s+/).filter(Boolean);
  const found = [];
  for (const row of base) {
    if (!parts.every((part) => data.folded[row].includes(part))) continue;
    const missed = wanted.filter((id, facet) => id >= 0 && !has(columns[facet][row], id)).length;
    if (missed > 1) continue;
    if (!missed) found.push(row);
    columns.forEach((column, facet) => {
      const cell = column[row];
      if (missed && (wanted[facet] < 0 || has(cell, wanted[facet]))) return;
      if (!cell.forEach)
        counts[facet][cell] += 1; // -1 is no place of the array
      else for (const one of cell) counts[facet][one] += 1;
    });
  }
  return { found, counts: Object.fromEntries(FACETS.map((f, number) => [f, counts[number]])) };
}

/* The usual direction of each order; "-title" is the other one. */
export const DOWN = { checked: true, said: true };

export function order(data, rows, sort) {
  const key = sort.replace("-", "") || "checked";
  if (!Object.hasOwn(RANKS, key)) return rows;
  const rank = (data.ranks[key] ??= RANKS[key](data));
  const sign = sort.startsWith("-") === Boolean(DOWN[key]) ? 1 : -1;
  // What has no date or name stands last both ways; equal ones stand newest check first.
  return [...rows].sort((a, b) => {
    if (rank[a] === rank[b]) return a - b;
    if (rank[a] < 0 || rank[b] < 0) return rank[b] - rank[a];
    return sign * (rank[a] - rank[b]);
  });
}

const RANKS = {
  checked: (data) => data.rows.id.map((_, row) => data.length - row),
  said: (data) => ranked(data.rows.said, (a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  title: (data) => ranked(data.rows.title, collator().compare),
  verdict: (data) => data.rows.verdict,
  claimant: (data) => {
    const names = ranked(
      data.names.claimant.map(([, name]) => name),
      collator().compare,
    );
    return data.rows.claimant.map((person) => names[person] ?? -1);
  },
};

function ranked(texts, compare) {
  const rank = new Map([...new Set(texts)].sort(compare).map((text, number) => [text, number]));
  return texts.map((text) => (text ? rank.get(text) : -1));
}
