/* Keys of the search page: / goes to the field, the arrows through the results, Escape back to an
 * empty field. */
export function keys(root, field, clear) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  root.addEventListener("keydown", (event) => {
    const links = [...root.querySelectorAll(".fc-results a")];
    const place = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && (place >= 0 || event.target === field)) {
      event.preventDefault();
      (links[place + step] || (step < 0 ? field : links[place]))?.focus();
    } else if (event.key === "Escape" && (place >= 0 || event.target === field)) {
      event.preventDefault();
      field.focus();
      clear();
    }
  });
}
