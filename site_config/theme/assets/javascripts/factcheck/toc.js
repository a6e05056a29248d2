// Marks in the table of contents the part that is being read.

export default function start(toc) {
  const links = [...toc.querySelectorAll("a[href^='#']")];
  const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;

  function mark() {
    waiting = false;
    // The last heading above a third of the window.
    const reached = parts.filter((part) => part && part.getBoundingClientRect().top < innerHeight / 3);
    const now = links[parts.indexOf(reached.at(-1))];
    for (const link of links) {
      if (link === now) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function soon() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }

  addEventListener("scroll", soon, { passive: true });
  mark();
}
