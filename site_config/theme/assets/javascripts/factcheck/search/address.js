/* What a reader asked, as it stands in the address: ?q=ceasefire&verdict=misquoted&year=2022 */
export const GROUPS = ["kind", "verdict", "claimant", "topic", "source", "year"];

export function read(search = location.search) {
  const found = new URLSearchParams(search);
  const chosen = {};
  for (const group of GROUPS) {
    const ids = found.getAll(group).filter(Boolean);
    if (ids.length) chosen[group] = ids;
  }
  return { text: (found.get("q") || "").trim(), chosen };
}

/* The same as the part of an address behind its path; "" where nothing is asked. */
export function write({ text, chosen }) {
  const made = new URLSearchParams();
  if (text) made.set("q", text);
  for (const group of GROUPS) for (const id of chosen[group] || []) made.append(group, id);
  const told = made.toString();
  return told ? `?${told}` : "";
}

export const isChosen = ({ chosen }) => Object.keys(chosen).length > 0;

/* The choice with one value more, or without it. */
export function toggled(chosen, group, id, isOn) {
  const ids = (chosen[group] || []).filter((other) => other !== id);
  if (isOn) ids.push(id);
  const rest = Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== group));
  return ids.length ? { ...rest, [group]: ids } : rest;
}
