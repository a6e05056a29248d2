// Copies what stands in a place marked .fc-copy: its code, or else the address that its link
// shows. Without this script the text is there to be selected; this adds the buttons.

async function copied(node) {
  try {
    await navigator.clipboard.writeText(node.textContent.trim());
    return true;
  } catch {
    getSelection().selectAllChildren(node); // so that a key does the rest
    return false;
  }
}

function button(label) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "fc-copy__button";
  made.textContent = label;
  return made;
}

// A region that is there before its text changes: else nobody hears it.
function status() {
  const made = document.createElement("span");
  made.className = "fc-copy__said";
  made.setAttribute("role", "status");
  return made;
}

function copyButton(place, node, said, words) {
  const name = place.querySelector("summary")?.textContent;
  const copy = button(name ? words.t("Copy") : words.t("Copy link"));
  if (name) copy.setAttribute("aria-label", `${copy.textContent}: ${name}`);
  copy.addEventListener("click", async () => {
    said.textContent = "";
    const done = await copied(node);
    said.toggleAttribute("data-done", done);
    said.textContent = done
      ? words.t("Copied")
      : words.t("Not copied. The text is selected: copy it by hand.");
  });
  return copy;
}

function shareButton(url, words) {
  const share = button(words.t("Share"));
  share.addEventListener("click", async () => {
    try {
      await navigator.share({ title: document.title, url });
    } catch {
      // The reader closed the dialogue: nothing happened.
    }
  });
  return share;
}

export default function start(place, words) {
  const node = place.querySelector("pre > code") ?? place.querySelector("a[href]");
  if (!node || place.querySelector(".fc-copy__row")) return;
  const row = document.createElement("span");
  const said = status();
  row.className = "fc-copy__row";
  row.append(copyButton(place, node, said, words));
  if (place.matches(".fc-share") && navigator.share) {
    row.append(shareButton(node.textContent.trim(), words));
  }
  row.append(said);
  place.append(row);
}
