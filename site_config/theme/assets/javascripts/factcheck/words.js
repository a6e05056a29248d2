// The words of the interface in the page's language, fetched once, by the first who needs them.

let fetched;

// Returns a function `words(text, values)`, also named `words.t`; `words.n(one, many, number,
// values)` and `words.number(value)` write numbers. A text that is not there stands for itself.
export async function words(tree) {
  fetched ??= fetch(`${tree}/interface.json`).then((answer) => (answer.ok ? answer.json() : {}));
  const texts = await fetched.catch(() => ({}));
  const language = document.documentElement.lang;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const number = (value) => new Intl.NumberFormat(language).format(value);
  const t = (text, values = {}) => filled(texts[text] ?? text, values);
  const n = (one, many, count, values = {}) => {
    // Forms by the categories of CLDR, of which English has two.
    const forms = Object(texts[one] ?? { one, other: many });
    const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other ?? many;
    return filled(form, { n: number(count), ...values });
  };
  return Object.assign((text, values) => t(text, values), { t, n, number });
}
