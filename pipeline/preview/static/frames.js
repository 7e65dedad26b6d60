// The mail's frames: fit them to the page, remember light or dark, and bring the mail back where a link led away.
(() => {
  "use strict";
  const loads = new WeakMap();

  // The page's policy stops a link inside a frame, which leaves an error there: every second load is one. `load` does not
  // bubble and never reaches the window, so the document catches it on its way down.
  document.addEventListener(
    "load",
    ({ target }) => {
      if (!(target instanceof HTMLIFrameElement)) return;
      const count = (loads.get(target) ?? 0) + 1;
      loads.set(target, count);
      if (count % 2 === 0) target.src = target.getAttribute("src");
    },
    true,
  );

  // A frame keeps its own width, so that the mail's rules for that width hold, and is drawn smaller where there is less room.
  function fit(glass) {
    const frame = glass.firstElementChild;
    const scale = Math.min(1, glass.clientWidth / frame.width);
    frame.style.transform = scale < 1 ? `scale(${scale})` : "";
    glass.style.height = `${Math.round(frame.height * scale)}px`;
  }

  addEventListener("DOMContentLoaded", () => {
    const room = new ResizeObserver((entries) => entries.forEach(({ target }) => target.clientWidth && fit(target)));
    document.querySelectorAll(".glass").forEach((glass) => room.observe(glass));
    const choices = document.querySelectorAll('input[name="scheme"]');
    choices.forEach((choice) => {
      if (choice.id === sessionStorage.getItem("scheme")) choice.checked = true;
      choice.addEventListener("change", () => sessionStorage.setItem("scheme", choice.id));
    });
  });
})();
