/* Dates and the order of letters in the language of the page. */
const page = document.documentElement.lang || "en";
const locale = page === "en" ? "en-GB" : page;

/* A date as far as it is known: 7 Jun 2022, Jun 2022, 2022. */
export function day(text) {
  if (!text) return "";
  const parts = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" };
  const { length } = text.split("-");
  if (length < 3) delete parts.day;
  if (length < 2) delete parts.month;
  return new Intl.DateTimeFormat(locale, parts).format(new Date(text));
}

export const collator = () => new Intl.Collator(locale, { numeric: true });
