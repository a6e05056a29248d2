/* A filter's value is "id|label": the id stands in addresses, the label is what a reader sees. */
export const idOf = (value) => value.split("|", 1)[0];
export const labelOf = (value) => value.slice(value.indexOf("|") + 1);
