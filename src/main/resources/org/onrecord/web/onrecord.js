// Keyboard and highlighting on top of pages that work without: see the list under "?".
"use strict";
(() => {
  const inField = (target) =>
    target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

  const step = (by) => {
    const results = [...document.querySelectorAll(".result .main")].filter((link) => link.checkVisibility());
    if (results.length === 0) return;
    const here = document.activeElement?.closest(".result")?.querySelector(".main");
    const at = results.indexOf(here);
    const next = at < 0 ? (by > 0 ? 0 : results.length - 1) : Math.min(results.length - 1, Math.max(0, at + by));
    results[next].focus();
    results[next].closest(".result").scrollIntoView({ block: "nearest" });
  };

  const showKeys = () => document.getElementById("keys").showModal();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && inField(event.target)) {
      event.target.blur();
      return;
    }
    if (inField(event.target)) return;
    switch (event.key) {
      case "/": {
        const box = document.getElementById("q") ?? document.getElementById("text");
        if (box) {
          event.preventDefault();
          box.focus();
          box.select();
        } else {
          window.location.assign("/");
        }
        break;
      }
      case "j":
        step(1);
        break;
      case "k":
        step(-1);
        break;
      case "?":
        event.preventDefault();
        showKeys();
        break;
    }
  });

  // A finding and its places in the text light up together.
  const light = (event, on) => {
    const near = event.target instanceof Element ? event.target.closest("[data-for], [data-place]") : null;
    if (!near) return;
    const place = CSS.escape(near.dataset.for ?? near.dataset.place);
    for (const one of document.querySelectorAll(`[data-for="${place}"], [data-place="${place}"]`)) {
      one.classList.toggle("lit", on);
    }
  };
  document.addEventListener("pointerover", (event) => light(event, true));
  document.addEventListener("pointerout", (event) => light(event, false));
  document.addEventListener("focusin", (event) => light(event, true));
  document.addEventListener("focusout", (event) => light(event, false));

  // A click on a marked statement brings its entry in the list into view.
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.target.closest("a, button, input")) return;
    const mark = event.target.closest("[data-place]");
    if (mark) {
      document.querySelector(`[data-for="${CSS.escape(mark.dataset.place)}"]`)?.scrollIntoView({ block: "nearest" });
    }
  });

  // Whoever comes to a marked passage sees its entry in the list too.
  const showEntry = () => {
    const mark = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (const entry of document.querySelectorAll(".found .result.here")) entry.classList.remove("here");
    if (!mark?.dataset.place) return;
    const entry = document.querySelector(`[data-for="${CSS.escape(mark.dataset.place)}"]`);
    if (!entry) return;
    entry.classList.add("here");
    entry.querySelector("details.why")?.setAttribute("open", "");
    const list = entry.closest(".evidence");
    if (list && list.scrollHeight > list.clientHeight) list.scrollTop = entry.offsetTop - list.offsetTop - 40;
  };
  window.addEventListener("hashchange", showEntry);
  showEntry();

  const button = document.getElementById("show-keys");
  button.hidden = false;
  button.addEventListener("click", showKeys);
})();
