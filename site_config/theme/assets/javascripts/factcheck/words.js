// The words of the interface in the page's language, fetched once, by the first who needs them.

let fetched;

// Returns `t(text, values)` and `number(value)`. A text that is not there stands for itself.
export async function words(tree) {
  fetched ??= fetch(`${tree}/interface.json`).then((answer) => (answer.ok ? answer.json() : {}));
  const texts = await fetched.catch(() => ({}));
  const language = document.documentElement.lang;
  const number = (value) => new Intl.NumberFormat(language).format(value);
  const t = (text, values = {}) =>
    (texts[text] ?? text).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  return { t, number };
}
