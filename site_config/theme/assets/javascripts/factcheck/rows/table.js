/* The rows that fit, as a table of at most 100, with a button above each column that sorts. */
import { make } from "./dom.js";
import { day } from "./language.js";
import { DOWN } from "./query.js";

const PER_PAGE = 100;

export function table(words, { only, sort, page: open, link: address }) {
  const columns = shown(words, only);
  // "none" keeps the theme's own sorting away.
  const heads = columns.map(([key, label]) =>
    make(
      "th",
      { scope: "col", role: "columnheader", "data-sort-method": "none" },
      make("button", { type: "button", click: () => sort(next(key)) }, label),
    ),
  );
  const caption = make("caption", { class: "fc-rows__caption" });
  const body = make("tbody", { role: "rowgroup" });
  const pages = make("nav", { class: "fc-pager", "aria-label": words.t("Pages") });
  const node = make(
    "div",
    { class: "fc-rows", tabindex: "-1" },
    make(
      "table",
      { class: "fc-rows__table", role: "table" },
      caption,
      make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads)),
      body,
    ),
    pages,
  );
  let now = "";

  /* A second press turns the order round. */
  function next(key) {
    return now === key ? `-${key}` : key;
  }

  function mark(order) {
    now = order || "checked";
    const isBack = now.startsWith("-");
    columns.forEach(([key], number) => {
      const isThis = now.replace("-", "") === key;
      const isDown = isBack !== Boolean(DOWN[key]);
      if (isThis) heads[number].setAttribute("aria-sort", isDown ? "descending" : "ascending");
      else heads[number].removeAttribute("aria-sort");
    });
  }

  function link(number, label, rel, isOn) {
    if (!isOn) return make("span", {}, label);
    const press = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(number);
    };
    return make("a", { href: address(number), rel, click: press }, label);
  }

  return {
    node,
    show(data, found, state) {
      const last = Math.max(1, Math.ceil(found.length / PER_PAGE));
      const page = Math.min(state.page, last);
      const rows = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
      const place = words.t("Page {page} of {pages}", {
        page: words.number(page),
        pages: words.number(last),
      });
      mark(state.sort);
      caption.textContent = last > 1 ? `${words.t("Claims")}. ${place}` : words.t("Claims");
      body.replaceChildren(...(rows.length ? rows.map((row) => line(data, row)) : [nothing()]));
      pages.hidden = last === 1;
      pages.replaceChildren(
        link(page - 1, words.t("Previous"), "prev", page > 1),
        make("span", { class: "fc-pager__here" }, place),
        link(page + 1, words.t("Next"), "next", page < last),
      );
    },
  };

  function nothing() {
    return make(
      "tr",
      { role: "row" },
      make("td", { role: "cell", colspan: columns.length }, words.t("No claim fits.")),
    );
  }

  function line(data, row) {
    return make(
      "tr",
      { role: "row" },
      ...columns.map(([key, label, cell]) =>
        make(
          "td",
          { role: "cell", class: `fc-rows__${key}`, "data-label": label },
          ...cell(data, row, words),
        ),
      ),
    );
  }
}

function shown(words, only) {
  return [
    ["title", words.t("Claim"), title],
    ["verdict", words.t("Verdict"), verdict],
    ["claimant", words.t("Who said it"), claimant],
    ["said", words.t("Said on"), (data, row) => [day(data.rows.said[row])]],
  ].filter(([key]) => !(key in only));
}

function title(data, row) {
  const { id, title: text, language } = data.rows;
  const lang = language[row] || null;
  return [make("a", { href: data.address("claim", id[row]), lang }, text[row])];
}

function verdict(data, row) {
  const rating = data.names.verdict[data.rows.verdict[row]];
  const mark = data.marks[row];
  const parts = mark ? [make("strong", {}, mark), " "] : [];
  if (!rating) return parts;
  const [id, label, style] = rating;
  return [
    ...parts,
    make("a", { href: data.address("verdict", id), class: `fc-verdict ${style}` }, label),
  ];
}

function claimant(data, row) {
  const person = data.names.claimant[data.rows.claimant[row]];
  return person ? [make("a", { href: data.address("claimant", person[0]) }, person[1])] : [];
}
