// Show every change by itself: ask for the version while the page is visible, and load again where it is a new one. Browsers
// keep the place on the page when it loads again; for that its pictures must not load lazily, or it has not its height yet.
const INTERVAL = 300; // milliseconds; an open stream would hold one of the server's few threads
const PATIENCE = 2000; // milliseconds between questions to a studio that does not answer
const SILENT = 3; // questions without an answer until we say so: one is also lost where a person leaves the page

const shown = document.documentElement.dataset.version;
const light = document.querySelector("[data-live]");
let unanswered = 0;

async function version() {
  const answer = await fetch("/version", { cache: "no-store" });
  if (!answer.ok) throw new Error(`The studio answers ${answer.status}`);
  return answer.text();
}

function tell(words) {
  if (light.textContent === words) return; // a screen reader says it again otherwise
  light.textContent = words;
  document.documentElement.toggleAttribute("data-stopped", words !== "");
}

async function look() {
  if (document.visibilityState === "visible") {
    try {
      const now = await version();
      unanswered = 0;
      tell("");
      if (now !== shown) {
        location.reload();
        return;
      }
    } catch {
      unanswered += 1;
      if (unanswered >= SILENT) tell("The studio has stopped. Start it again, and this page goes on.");
    }
  }
  setTimeout(look, unanswered >= SILENT ? PATIENCE : INTERVAL);
}

// At once: the pictures in a mail may be far away, and the page counts as loaded only when they are.
look();
