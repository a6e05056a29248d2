/* The rows of all claims: columns of one file, newest check first, fetched once. */
const loaded = new Map();

export function load(url) {
  const key = url.href;
  if (!loaded.has(key)) {
    const coming = fetch(url).then(async (answer) => {
      if (!answer.ok) throw new Error(`${key}: ${answer.status}`);
      return prepare(await answer.json(), url);
    });
    coming.catch(() => loaded.delete(key)); // the next use tries again
    loaded.set(key, coming);
  }
  return loaded.get(key);
}

/* Letters without marks, one kind of apostrophe, small. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .toLowerCase();
}

function prepare({ at, names, rows, marks }, url) {
  const said = rows.said.map((day) => day.slice(0, 4));
  const years = [...new Set(said)].filter(Boolean).sort().reverse();
  names.year = years.map((year) => [year, year]);
  rows.year = said.map((year) => years.indexOf(year));
  names.named = names.claimant;
  const who = (row) => names.claimant[rows.claimant[row]]?.[1] ?? "";
  return {
    names,
    rows,
    marks,
    length: rows.id.length,
    places: {},
    ranks: {},
    folded: rows.title.map((title, row) => fold(`${title} ${who(row)}`)),
    address: (kind, id) => new URL(at[kind].replace("*", id), url).href,
  };
}
