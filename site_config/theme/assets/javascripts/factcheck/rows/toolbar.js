/* What stands above a list: a field to filter by words, a button that opens the other choices,
 * and what is chosen. */
import { FACETS } from "./address.js";
import { make } from "./dom.js";

const MOST = 200; // options of one select; more would make each key stroke slow
let lists = 0;

export function toolbar(words, { only, change, reset, open }) {
  const id = `fc-filter-${++lists}`;
  const names = labels(words);
  const field = make("input", {
    type: "search",
    placeholder: words.t("Filter claims"),
    "aria-label": words.t("Filter claims by words of the title or by name"),
    autocomplete: "off",
    spellcheck: "false",
    input: () => change({ text: field.value.trim() }, true),
  });
  const selects = Object.fromEntries(
    FACETS.filter((facet) => !isAlways(facet, only)).map((facet) => [
      facet,
      select(() => change({ [facet]: selects[facet].value })),
    ]),
  );
  const sort = select(() => change({ sort: sort.value }));
  sort.append(...orders(words, only).map(([value, label]) => make("option", { value }, label)));
  const more = make(
    "div",
    { class: "fc-filter__more", id, hidden: true },
    ...Object.entries(selects).map(([facet, node]) => labelled(names[facet], node)),
    labelled(words.t("Order"), sort),
  );
  const press = () => {
    more.hidden = !more.hidden;
    button.setAttribute("aria-expanded", String(!more.hidden));
    if (!more.hidden) open();
  };
  const button = make(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": id, click: press },
    words.t("Filter and sort"),
  );
  const chosen = make("div", { class: "fc-filter__chosen", hidden: true });
  const trouble = make("p", { class: "fc-filter__trouble", role: "alert" });
  const node = make(
    "div",
    { class: "fc-filter", role: "group", "aria-label": words.t("Filter and sort") },
    make("div", { class: "fc-filter__bar" }, field, button),
    more,
    chosen,
    trouble,
  );

  /* A press takes the choice back; the focus must not go with the button. */
  function chip([facet, label]) {
    const press = () => {
      change({ [facet]: "" });
      field.focus();
    };
    const says = words.t("Remove the filter {name}", { name: label });
    return make("button", { type: "button", "aria-label": says, click: press }, label);
  }

  function options(data, { found: rows, counts }, state) {
    for (const [facet, one] of Object.entries(selects)) {
      const found = choices(data.names[facet], counts[facet], state[facet], only[facet]);
      one.replaceChildren(
        make("option", { value: "" }, words.t("All")),
        ...found.map(({ id, label, count }) =>
          make("option", { value: id }, `${label} (${words.number(count)})`),
        ),
      );
      one.value = state[facet];
      if (one.selectedIndex < 0) one.selectedIndex = 0;
      // A choice that all rows have in common narrows nothing.
      one.parentNode.hidden = !one.value && found.every(({ count }) => count === rows.length);
    }
    // An order that only the heads of the table give has no place here.
    sort.value = state.sort;
  }

  return {
    node,
    isOpen: () => !more.hidden,
    focus: () => field.focus(),
    tell: (text) => (trouble.textContent = text),
    set(state) {
      if (field.value.trim() !== state.text) field.value = state.text;
      chosen.hidden = true;
    },
    fill(data, result, state) {
      if (!more.hidden) options(data, result, state);
      const active = Object.keys(selects)
        .map((facet) => [facet, data.names[facet].find(([id]) => id === state[facet])?.[1]])
        .filter(([, label]) => label);
      chosen.hidden = !active.length && !state.text && !state.sort;
      chosen.replaceChildren(
        ...active.map(chip),
        make(
          "button",
          { type: "button", class: "fc-filter__reset", click: reset },
          words.t("Reset"),
        ),
      );
    },
  };
}

/* What all rows of the list have in common is no choice; of topics and sources a row has many. */
function isAlways(facet, only) {
  return facet in only && facet !== "topic" && facet !== "source";
}

/* The options that leave any row: in the order of the file, or of many the most frequent first. */
function choices(names, counts, chosen, always) {
  const found = names
    .map(([id, label], number) => ({ id, label, count: counts[number] }))
    .filter(({ id, count }) => (count && id !== always) || id === chosen);
  return found.length > 20 ? found.sort((a, b) => b.count - a.count).slice(0, MOST) : found;
}

const select = (change) => make("select", { change });

const labelled = (text, node) => make("label", {}, make("span", {}, text), node);

function labels(words) {
  return {
    verdict: words.t("Verdict"),
    claimant: words.t("Who said it"),
    topic: words.t("Topic"),
    year: words.t("Year"),
    source: words.t("Source"),
  };
}

function orders(words, only) {
  return [
    ["", words.t("Newest check first")],
    ["said", words.t("Said last")],
    ["-said", words.t("Said first")],
    ["title", words.t("Title, A to Z")],
    ["verdict", words.t("Verdict")],
    ["claimant", words.t("Who said it")],
  ].filter(([key]) => !isAlways(key, only));
}
