// The key "/" leads to the search, except where it is typed as text.

const TYPED = "input, textarea, select, [contenteditable]";

export default function start(form) {
  const field = form.querySelector("input[type=search]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.(TYPED)) return;
    event.preventDefault();
    // On a narrow screen the form has given way to a link.
    if (field.checkVisibility()) field.focus();
    else form.parentElement.querySelector(".fc-find__link")?.click();
  });
}
