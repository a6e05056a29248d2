/* A list of claims that can be filtered and sorted.
 *
 * `.fc-listing` is the paragraph with the number of claims; below it, up to the next heading,
 * stands the list as it works without script. Its `data-rows` is the address of the rows of all
 * claims below the root of the language tree; `data-only` says which of them the list holds
 * ("topic=crimea"), `data-name` tells two lists of one page apart in the address. The rows are
 * fetched when a reader first filters or sorts, or opens an address that does.
 */
import { address, isUsed, read } from "./rows/address.js";
import { toolbar } from "./rows/toolbar.js";

export default function start(hook, words) {
  const url = new URL(`${document.body.dataset.fcTree}/${hook.dataset.rows}`, document.baseURI);
  const only = Object.fromEntries(new URLSearchParams(hook.dataset.only));
  const name = hook.dataset.name || "";
  const list = below(hook);
  const count = hook.textContent;
  const bar = toolbar(words, { only, change, reset, open: refresh });
  let state = read(name);
  let isTable = false;
  let isTyping = false;
  let view = null;
  let turn = 0;

  hook.setAttribute("role", "status");
  hook.classList.add("fc-enhanced");
  hook.after(bar.node);
  addEventListener("popstate", () => go(read(name)));
  const isOpened = isUsed(state);
  if (isOpened) go(state);

  /* What the address says: the list as it was made, unless a reader chose something. */
  function go(next) {
    state = next;
    isTable = isUsed(state);
    isTyping = false;
    bar.set(state);
    refresh();
  }

  function change(part, isTyped = false) {
    state = { ...state, page: 1, ...part };
    isTable = true;
    // While a word is typed, the history gets one entry.
    history[isTyped && isTyping ? "replaceState" : "pushState"]({}, "", address(state, name));
    isTyping = isTyped;
    refresh();
  }

  function reset() {
    const next = read(name, "");
    history.pushState({}, "", address(next, name));
    go(next);
    bar.focus();
  }

  function page(number) {
    change({ page: number });
    view.node.focus({ preventScroll: true });
    hook.scrollIntoView();
  }

  async function refresh() {
    const mine = ++turn;
    if (!isTable) show(false, count);
    if (!isTable && !bar.isOpen()) return;
    try {
      const [{ load }, { find, order, within }, { table }] = await Promise.all([
        import("./rows/data.js"),
        import("./rows/query.js"),
        import("./rows/table.js"),
      ]);
      const data = await load(url);
      if (mine !== turn) return; // a reader was faster
      const all = within(data, only);
      const result = find(data, all, state);
      bar.fill(data, result, state);
      bar.tell("");
      if (!isTable) return;
      if (!view) {
        const link = (number) => address({ ...state, page: number }, name);
        view = table(words, { only, sort: (key) => change({ sort: key }), page, link });
        bar.node.after(view.node);
        // An address that was opened leads to its list, wherever that stands on the page.
        if (isOpened && hook.getBoundingClientRect().top > innerHeight / 2) hook.scrollIntoView();
      }
      view.show(data, order(data, result.found, state.sort), state);
      show(true, told(result.found.length, all.length));
    } catch (error) {
      console.warn(error);
      if (mine !== turn) return;
      show(false, count);
      bar.tell(words.t("The filter cannot be loaded. The list below is whole; try again later."));
    }
  }

  function show(isView, text) {
    for (const node of list) node.hidden = isView;
    if (view) view.node.hidden = !isView;
    if (hook.textContent !== text) hook.textContent = text;
  }

  function told(found, all) {
    if (found === all) return count;
    const values = { found: words.number(found), all: words.number(all) };
    return words.t("Claims shown: {found} of {all}", values);
  }
}

/* What stands below the hook, up to the next heading, list or the links at the end. */
function below(hook) {
  const END = "h1, h2, h3, .fc-listing, .fc-actions";
  const found = [];
  let node = hook.nextElementSibling;
  for (; node && !node.matches(END); node = node.nextElementSibling) found.push(node);
  return found;
}
