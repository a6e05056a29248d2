// Runs before the first paint: the colours that the reader chose, else those of the system.
// No module and no feature: it has to block.
(() => {
  const page = document.documentElement;
  page.classList.replace("no-js", "js");
  try {
    const chosen = localStorage.getItem("fc-scheme");
    if (chosen === "light" || chosen === "dark") page.dataset.fcScheme = chosen;
  } catch {
    // Storage is switched off: the system decides.
  }
})();
