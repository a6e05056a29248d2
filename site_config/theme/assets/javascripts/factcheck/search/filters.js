/* Groups of checkboxes with the number of results behind each. A group is counted when it is
 * open: its values are a file of their own, which nobody fetches unseen. */
import { make } from "../rows/dom.js";
import { idOf, labelOf } from "./values.js";

const FEW = 8; // values of a group at first
const MOST = 60; // when all are asked for
const WIDE = "(min-width: 60em)";
const FIRST = ["verdict", "year"]; // open on a wide screen

/* `change(group, id, isOn)` is a choice; `count()` asks for the numbers of the open groups. */
export function panel(names, words, { change, count }) {
  const isWide = matchMedia(WIDE).matches;
  const all = new Set(); // groups of which all values are shown
  const groups = Object.entries(names).map(([group, name]) => {
    const summary = make("summary", {}, name);
    const list = make("div", { role: "group", "aria-label": name, class: "fc-filters__list" });
    const node = make("details", { class: "fc-filters__group", toggle: opened }, summary, list);
    node.open = isWide && FIRST.includes(group);
    return { group, name, node, list, summary };
  });
  const head = make("summary", {}, words.t("Filters"));
  const node = make("details", { class: "fc-filters", hidden: true, toggle: opened }, head);
  node.append(...groups.map((one) => one.node));
  node.open = isWide;

  function opened({ target }) {
    if (target.open && !node.hidden) count();
  }

  function show(counts, chosen) {
    const number = Object.values(chosen).flat().length;
    head.textContent = number ? words.t("Filters: {n} chosen", { n: number }) : words.t("Filters");
    for (const one of groups) {
      const ids = chosen[one.group] || [];
      one.summary.textContent = ids.length
        ? words.t("{name}: {n} chosen", { name: one.name, n: ids.length })
        : one.name;
      if (counts[one.group]) fill(one, counts[one.group], ids, () => show(counts, chosen));
    }
  }

  function fill({ group, list }, values, ids, again) {
    const focused = list.contains(document.activeElement) && document.activeElement.name;
    const sorted = order(group, values, ids);
    const shown = sorted.slice(0, all.has(group) ? MOST : FEW);
    list.replaceChildren(...shown.map(([value, number]) => row(group, value, number, ids)));
    if (!sorted.length) list.append(make("p", {}, words.t("None")));
    if (shown.length < sorted.length && !all.has(group)) list.append(rest(group, sorted, again));
    if (focused) list.querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
  }

  function rest(group, sorted, again) {
    const label = words.t("Show more of {n}", { n: words.number(sorted.length) });
    const click = () => (all.add(group), again());
    return make("button", { type: "button", class: "fc-filters__more", click }, label);
  }

  function row(group, value, number, ids) {
    const id = idOf(value);
    const name = `${group}:${id}`;
    const box = make("input", { type: "checkbox", name, checked: ids.includes(id) });
    box.addEventListener("change", () => change(group, id, box.checked));
    const count = make("span", { class: "fc-filters__count" }, words.number(number));
    return make("label", {}, box, make("span", {}, labelOf(value)), count);
  }

  return {
    node,
    show,
    open: () => (node.open ? groups.filter((one) => one.node.open).map((one) => one.group) : []),
    set hidden(is) {
      node.hidden = is;
    },
  };
}

/* The most frequent first, years by time; what is chosen stays though nothing is left of it. */
function order(group, values, ids) {
  const kept = values.filter(([value, number]) => number > 0 || ids.includes(idOf(value)));
  const years = ([a], [b]) => (a < b ? 1 : -1);
  const usual = ([a, n], [b, m]) => m - n || labelOf(a).localeCompare(labelOf(b));
  return kept.sort(group === "year" ? years : usual);
}
