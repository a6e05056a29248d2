/* The worker that searches, as promises. It starts at the first question. */
let worker;
let turn = 0;
const waiting = new Map();

/* Ask for `method` with values; the answer is an object. Throws when the index is not there. */
export function ask(method, values) {
  worker ??= begin();
  return new Promise((resolve, reject) => {
    turn += 1;
    waiting.set(turn, { resolve, reject });
    worker.postMessage({ turn, method, ...values });
  });
}

function begin() {
  const name = document.documentElement.lang.toLowerCase();
  const made = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name });
  made.addEventListener("message", ({ data: { turn: number, error, ...answer } }) => {
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (error) reject(new Error(error));
    else resolve(answer);
  });
  made.addEventListener("error", stop);
  return made;
}

/* Without its files the worker is of no use; the next question starts another one. */
export function stop() {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error("the search has stopped"));
  waiting.clear();
}

/* Start early: the files are on their way while a reader goes on typing. */
export function prepare() {
  worker ??= begin();
}
