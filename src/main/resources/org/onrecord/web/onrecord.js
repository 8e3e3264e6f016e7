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

  // "g" and a letter goes to a section, as the help lists them.
  let going = false;
  const goTo = (key) => {
    const link = document.querySelector(`.top nav a[data-key="${CSS.escape(key)}"]`);
    if (link) window.location.assign(link.href);
  };
  const turnPage = (rel) => document.querySelector(`main a[rel="${rel}"]`)?.click();

  const showKeys = () => document.getElementById("keys").showModal();

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && inField(event.target)) {
      event.target.blur();
      return;
    }
    if (inField(event.target)) return;
    if (going) {
      going = false;
      goTo(event.key);
      return;
    }
    switch (event.key) {
      case "g":
        going = true;
        setTimeout(() => (going = false), 1500);
        break;
      case "[":
        turnPage("prev");
        break;
      case "]":
        turnPage("next");
        break;
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
    let mark = null;
    try {
      mark = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return; // no address of ours
    }
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

  // A drag over the bars of a chart asks for all their days; a click on one is a link as before.
  let drag = null;
  const barsBetween = (one, other) => {
    const bars = [...one.parentElement.querySelectorAll("a")];
    const [from, to] = [bars.indexOf(one), bars.indexOf(other)].sort((a, b) => a - b);
    return bars.slice(from, to + 1);
  };
  const barAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".days a");
  document.addEventListener("dragstart", (event) => {
    if (event.target instanceof Element && event.target.closest(".days a")) event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => {
    const bar = event.button === 0 ? barAt(event) : null;
    drag = bar ? { first: bar, last: bar } : null;
  });
  document.addEventListener("pointermove", (event) => {
    const bar = drag ? barAt(event) : null;
    if (!bar || bar.parentElement !== drag.first.parentElement) return;
    drag.last = bar;
    const picked = barsBetween(drag.first, bar);
    for (const one of bar.parentElement.querySelectorAll("a")) one.classList.toggle("picked", picked.includes(one));
  });
  document.addEventListener("pointerup", () => {
    if (!drag || drag.first === drag.last) {
      drag = null;
      return;
    }
    const picked = barsBetween(drag.first, drag.last);
    const days = `${picked[0].dataset.first}..${picked.at(-1).dataset.last}`;
    const address = drag.first.closest(".days").dataset.range.replace("0001-01-01..9999-12-31", days);
    drag = null;
    document.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
    location.assign(address);
  });

  // A slider beside the day of a ledger.
  const addSlider = () => {
    const form = document.querySelector("form.asof:not(.slides)");
    const field = form?.elements.on;
    if (!field) return;
    form.classList.add("slides");
    const first = Date.parse(form.dataset.first);
    const today = Date.parse(new Date().toISOString().slice(0, 10));
    const slider = document.createElement("input");
    slider.type = "range";
    slider.max = Math.max(1, (today - first) / 864e5);
    slider.value = field.value ? (Date.parse(field.value) - first) / 864e5 : slider.max;
    slider.setAttribute("aria-label", "Day");
    slider.addEventListener("input", () => {
      field.value = new Date(first + slider.value * 864e5).toISOString().slice(0, 10);
    });
    slider.addEventListener("change", () => form.requestSubmit());
    field.after(slider);
  };
  addSlider();
  document.addEventListener("htmx:afterSettle", addSlider);

  const button = document.getElementById("show-keys");
  button.hidden = false;
  button.addEventListener("click", showKeys);
})();
