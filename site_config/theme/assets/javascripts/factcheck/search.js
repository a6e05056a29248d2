/* The search page. What is asked stands in the address, so that it can be shared and gone back
 * to; the index is fetched at the first letter, and numbers behind filters after the results. */
import { isChosen, read, toggled, write } from "./search/address.js";
import { ask, prepare, stop } from "./search/engine.js";
import { panel } from "./search/filters.js";
import { frame, names } from "./search/frame.js";
import { keys } from "./search/keys.js";
import { elsewhere, lists } from "./search/leads.js";
import { item } from "./search/results.js";

const PAUSE = 100; // ms without a key before a search
const SHORTEST = 2; // letters of a search
const STEP = 5; // results at once

export default function start(text, words) {
  const { root, field, form, status, leads, list, more, parts } = frame(words);
  const filters = panel(names(words), words, { change: choose, count });
  parts.prepend(filters.node);
  text.replaceWith(root);
  keys(root, field, () => ((field.value = ""), typed()));

  let state = read();
  let total = 0;
  let current = 0; // answers to older questions are dropped
  let timer;
  let isFresh = true; // the next letter begins another entry of the browser's history

  field.addEventListener("input", typed);
  field.addEventListener("change", () => (isFresh = true));
  form.addEventListener("submit", sent);
  more.addEventListener("click", next);
  addEventListener("popstate", () => answer(read(), ""));
  answer(state, "");
  if (!state.text && matchMedia("(pointer: fine)").matches) field.focus({ preventScroll: true });

  function typed() {
    clearTimeout(timer);
    if (field.value.trim()) prepare();
    timer = setTimeout(() => {
      const text = field.value.trim();
      if (text !== state.text) answer({ ...state, text }, isFresh ? "push" : "replace");
      isFresh = false;
    }, PAUSE);
  }

  function sent(event) {
    event.preventDefault();
    clearTimeout(timer);
    isFresh = true;
    const text = field.value.trim();
    if (text !== state.text) answer({ ...state, text }, "push");
  }

  function choose(group, id, isOn) {
    answer({ ...state, chosen: toggled(state.chosen, group, id, isOn) }, "push");
  }

  /* Answer a question; `how` the browser's history keeps it: push, replace, or not at all. */
  async function answer(question, how) {
    state = question;
    const turn = ++current;
    if (how) history[`${how}State`](null, "", location.pathname + write(state));
    if (field.value.trim() !== state.text) field.value = state.text;
    if (state.text.length < SHORTEST) return idle();
    const slow = setTimeout(() => (status.textContent = words.t("Searching …")), 400);
    try {
      const found = await ask("find", { ...state, first: STEP });
      clearTimeout(slow); // the numbers of the filters may take longer
      if (turn !== current) return;
      show(found);
      await count();
    } catch {
      if (turn === current) failed();
    } finally {
      clearTimeout(slow);
    }
  }

  async function count() {
    const turn = current;
    const { counts } = await ask("counts", { ...state, groups: filters.open() });
    if (turn === current) filters.show(counts, state.chosen);
  }

  function show(found) {
    total = found.total;
    const values = { n: words.number(total), words: state.text };
    status.textContent = total
      ? words.t("Results for “{words}”: {n}", values)
      : words.t("Nothing found for “{words}”.", values);
    list.replaceChildren(...found.items.map(item));
    leads.replaceChildren(...(total ? [] : elsewhere(state, words, clear)));
    filters.hidden = !total && !isChosen(state);
    more.hidden = total <= STEP;
  }

  async function next() {
    const from = list.children.length;
    const found = await ask("more", { from, to: from + 2 * STEP });
    list.append(...found.items.map(item));
    more.hidden = list.children.length >= total;
    list.children[from]?.querySelector("a").focus();
  }

  function clear() {
    answer({ text: state.text, chosen: {} }, "push");
    field.focus();
  }

  /* Without words nothing is searched: a choice alone leads to lists that are there already. */
  function idle() {
    list.replaceChildren();
    more.hidden = filters.hidden = true;
    status.textContent = "";
    leads.replaceChildren(...(isChosen(state) ? lists(state, words, text.dataset.table) : []));
  }

  function failed() {
    stop();
    idle();
    status.textContent = words.t(
      "The search index could not be loaded; a preview of the site has none.",
    );
  }
}
