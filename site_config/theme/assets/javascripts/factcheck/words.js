// The words of the interface in the page's language, fetched once, by the first who needs them.

let fetched;

// Returns an object with `t(text, values)`, `n(one, many, number, values)` and `number(value)`;
// a text that is not there stands for itself, in English.
export async function words(tree) {
  fetched ??= fetch(`${tree}/interface.json`).then((answer) => (answer.ok ? answer.json() : {}));
  const texts = await fetched.catch(() => ({}));
  const language = document.documentElement.lang;
  const number = (value) => new Intl.NumberFormat(language).format(value);
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  return {
    number,
    t: (text, values = {}) => filled(texts[text] ?? text, values),
    n: (one, many, count, values = {}) => {
      // Forms by the categories of CLDR, which English has two of.
      const forms = texts[one] ?? { one, other: many };
      const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
      return filled(form, { n: number(count), ...values });
    },
  };
}
