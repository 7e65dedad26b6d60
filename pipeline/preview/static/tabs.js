// One part of the draft at a time, as tabs (WAI-ARIA Authoring Practices: arrows, Home and End move). The address keeps the
// choice, so it stays where the page loads again. Without this script all parts stand below each other.
const list = document.querySelector("[data-tabs]");
const tabs = [...list.querySelectorAll("a")];
const panel = (tab) => document.getElementById(tab.hash.slice(1));

function choose(chosen) {
  list.scrollLeft = chosen.offsetLeft - (list.clientWidth - chosen.offsetWidth) / 2; // on a phone they do not all fit
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
    panel(tab).hidden = tab !== chosen;
  }
}

function show(tab) {
  choose(tab);
  history.replaceState(null, "", tab.hash);
  if (panel(tab).getBoundingClientRect().top < 0) panel(tab).scrollIntoView();
}

// The tab of an address such as #posts, or of #network-2 inside one.
function named(hash) {
  const aim = hash && document.getElementById(hash.slice(1));
  return tabs.find((tab) => aim && panel(tab).contains(aim));
}

const moves = {
  ArrowRight: (at) => (at + 1) % tabs.length,
  ArrowLeft: (at) => (at - 1 + tabs.length) % tabs.length,
  Home: () => 0,
  End: () => tabs.length - 1,
};

list.setAttribute("role", "tablist");
for (const tab of tabs) {
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", panel(tab).id);
  panel(tab).setAttribute("role", "tabpanel");
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    show(tab);
  });
  tab.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const next = tabs[move(tabs.indexOf(tab))];
    show(next);
    next.focus();
  });
}
addEventListener("hashchange", () => choose(named(location.hash) ?? tabs[0]));
choose(named(location.hash) ?? tabs[0]);
