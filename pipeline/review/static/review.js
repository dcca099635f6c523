// Keys, selections and focus for the article page. Everything works without it, by forms and links.
"use strict";
(() => {
  const one = (what, inside = document) => inside.querySelector(what);
  const all = (what, inside = document) => [...inside.querySelectorAll(what)];
  const typing = (element) => element && element.closest("input, select, textarea");

  // The mention at hand follows the link that was chosen; a form's answer says by itself where it is.
  const at = (place, focus) => {
    const found = all(`[data-m="${place}"]`);
    if (!found.length) return;
    all(".is-at").forEach((m) => { m.classList.remove("is-at"); m.removeAttribute("aria-current"); });
    found.forEach((m) => { m.classList.add("is-at"); m.setAttribute("aria-current", "true"); });
    found[0].scrollIntoView({ block: "nearest" });
    if (focus) found[0].focus({ preventScroll: true });
  };
  const go = (step) => {
    const places = [...new Set(all("#text [data-m]").map((m) => m.dataset.m))];
    if (!places.length) return;
    const here = places.indexOf(one(".is-at")?.dataset.m);
    const next = here < 0 ? (step > 0 ? 0 : places.length - 1) : (here + step + places.length) % places.length;
    const link = one(`#text [data-m="${places[next]}"]`);
    at(places[next], true);
    link.click();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-m], [data-go]");
    if (link) at(link.dataset.m || link.dataset.go, false);
    all("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      all("details.menu[open]").forEach((menu) => { menu.open = false; one("summary", menu).focus(); });
      hideSelected();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j" || event.key === "k") { event.preventDefault(); go(event.key === "j" ? 1 : -1); return; }
    if (event.key === "/") { const search = one("#q") || one("#search-all"); if (search) { event.preventDefault(); search.focus(); } return; }
    const target = all("[data-key]").find((element) => element.dataset.key === event.key);
    if (!target) return;
    event.preventDefault();
    // A key may be quicker than htmx is with what it has just put there: the form would leave the page.
    const part = target.closest("[hx-post], [hx-get]");
    if (part) htmx.process(part);
    target.click();
  });

  // Words that are selected in the text can be added, or take the place of the mention at hand.
  const points = (text) => [...text].length;
  const offset = (node, index) => {
    const holder = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-s]");
    return holder ? Number(holder.dataset.s) + points(holder.textContent.slice(0, node.nodeType === Node.TEXT_NODE ? index : 0)) : null;
  };
  const hideSelected = () => { const form = one("#selected"); if (form) form.hidden = true; };
  document.addEventListener("selectionchange", () => {
    const form = one("#selected"), chosen = document.getSelection();
    if (!form || typing(document.activeElement)) return;
    const text = one("#text");
    if (chosen.isCollapsed || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return;
    const range = chosen.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset), end = offset(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    form.elements.start.value = start;
    form.elements.end.value = end;
    one("#selected-words").textContent = chosen.toString().trim();
    form.hidden = false;
  });

  // After an answer the focus is where it was, so that the next key goes to the same place.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id === "reading" || event.detail.elt?.id === "reading") {
      const here = one(".is-at");
      if (here) here.focus({ preventScroll: true });
    }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    // What went wrong is said where it can be read, and the page stays as it is.
    if (event.detail.xhr.status >= 400) {
      event.detail.target = one("#toast");
      event.detail.swapOverride = "innerHTML";
      event.detail.shouldSwap = true;
    }
  });
})();
