// The switch between light and dark. What the system says anyway is not stored.

const DARK = matchMedia("(prefers-color-scheme: dark)");
const page = document.documentElement;

function isDark() {
  return page.dataset.fcScheme ? page.dataset.fcScheme === "dark" : DARK.matches;
}

function choose(dark) {
  if (dark === DARK.matches) delete page.dataset.fcScheme;
  else page.dataset.fcScheme = dark ? "dark" : "light";
  try {
    if (page.dataset.fcScheme) localStorage.setItem("fc-scheme", page.dataset.fcScheme);
    else localStorage.removeItem("fc-scheme");
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
}

export default function start(button) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    choose(!isDark());
    show();
  });
  DARK.addEventListener("change", show);
  show();
}
