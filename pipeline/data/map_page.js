(function () {
  "use strict";
  var doc = document;
  var all = function (selector, root) { return Array.prototype.slice.call((root || doc).querySelectorAll(selector)); };
  var byId = function (id) { return doc.getElementById(id); };
  var controls = byId("controls"), card = byId("card"), frame = byId("frame");
  var notes = all("li.note"), marks = all("svg g.event"), maps = all(".frame svg");

  var numberOf = function (element) {
    var found = /event-(\d+)/.exec(element.id);
    return found ? found[1] : "";
  };
  var noteOf = function (number) { return byId("note-" + number); };
  var markOf = function (node) { return node.closest ? node.closest("svg a") : null; };

  // Lights one event up, on the map and in the notes.
  var light = function (number) {
    maps.forEach(function (map) { map.classList.toggle("choosing", number !== ""); });
    marks.forEach(function (mark) { mark.classList.toggle("lit", number !== "" && numberOf(mark) === number); });
    notes.forEach(function (note) { note.classList.toggle("lit", number !== "" && note.id === "note-" + number); });
  };

  // The card: what the note says, beside the mark.
  var shown = "", waiting = 0;
  var show = function (number) {
    var note = noteOf(number);
    if (!note) return;
    window.clearTimeout(waiting);
    if (shown !== number) {
      var body = byId("card-body");
      body.textContent = "";
      all(".for-card", note).forEach(function (part) {
        var copy = part.cloneNode(true);
        all("a.badge", copy).forEach(function (badge) {
          var plain = doc.createElement("span");
          plain.className = badge.className;
          plain.textContent = badge.textContent;
          badge.parentNode.replaceChild(plain, badge);
        });
        body.appendChild(copy);
      });
      shown = number;
    }
    card.hidden = false;
    light(number);
  };
  var hide = function () {
    window.clearTimeout(waiting);
    card.hidden = true;
    shown = "";
    light("");
  };
  var hideSoon = function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(hide, 350);
  };
  maps.forEach(function (map) {
    map.addEventListener("mouseover", function (event) {
      var link = markOf(event.target);
      if (link) show(numberOf(link.querySelector("g.event")));
      else if (shown) hideSoon();
    });
    map.addEventListener("mouseleave", hideSoon);
    map.addEventListener("focusin", function (event) {
      var link = markOf(event.target);
      if (link) show(numberOf(link.querySelector("g.event")));
    });
    map.addEventListener("focusout", hideSoon);
  });
  card.addEventListener("mouseenter", function () { window.clearTimeout(waiting); });
  card.addEventListener("mouseleave", hideSoon);
  card.addEventListener("focusin", function () { window.clearTimeout(waiting); });
  byId("card-close").addEventListener("click", hide);
  doc.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });

  notes.forEach(function (note) {
    var number = note.id.slice(5);
    note.addEventListener("mouseenter", function () { light(number); });
    note.addEventListener("mouseleave", function () { light(""); });
    note.addEventListener("focusin", function () { light(number); });
    note.addEventListener("focusout", function () { light(""); });
  });
  // The keyboard goes where the eye goes.
  doc.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    var target = link ? byId(link.getAttribute("href").slice(1)) : null;
    if (!target) return;
    if (target.classList.contains("note")) target.focus({preventScroll: true});
    else if (target.closest("a")) target.closest("a").focus({preventScroll: true});
  });

  // Filters.
  var from = byId("from"), to = byId("to"), disputed = byId("disputed");
  var statuses = all("input[data-status]");
  var fits = function (note) {
    var box = statuses.filter(function (input) { return input.getAttribute("data-status") === note.getAttribute("data-status"); })[0];
    if (box && !box.checked) return false;
    if (disputed && disputed.checked && !note.hasAttribute("data-disputed")) return false;
    if (!note.hasAttribute("data-dated")) return true;
    var first = note.getAttribute("data-first"), last = note.getAttribute("data-last");
    if (from && from.value && last && last < from.value) return false;
    return !(to && to.value && first && first > to.value);
  };
  var apply = function () {
    var kept = {}, count = 0;
    notes.forEach(function (note) {
      var good = fits(note);
      kept[note.id.slice(5)] = good;
      note.classList.toggle("off", !good);
      if (good) count += 1;
    });
    marks.forEach(function (mark) {
      var off = kept[numberOf(mark)] === false, link = mark.closest("a");
      mark.classList.toggle("off", off);
      if (!link) return;
      if (off) link.setAttribute("tabindex", "-1");
      else link.removeAttribute("tabindex");
    });
    byId("count").textContent = count === notes.length ? "All " + count + " events" : count + " of " + notes.length + " events";
  };
  all("input, select", controls).forEach(function (input) { input.addEventListener("input", apply); });
  byId("all").addEventListener("click", function () {
    statuses.forEach(function (input) { input.checked = true; });
    if (disputed) disputed.checked = false;
    if (from) from.value = "";
    if (to) to.value = "";
    apply();
  });

  // Zoom: the map grows inside its frame, which scrolls by wheel, finger, drag and arrow keys.
  var steps = [1, 1.5, 2, 3, 4], step = 0, plus = byId("zoom-in"), minus = byId("zoom-out");
  var zoom = function (next) {
    var before = steps[step];
    var middle = {x: frame.scrollLeft + frame.clientWidth / 2, y: frame.scrollTop + frame.clientHeight / 2};
    step = Math.max(0, Math.min(steps.length - 1, next));
    var factor = steps[step] / before;
    maps.forEach(function (map) { map.style.width = step === 0 ? "" : steps[step] * 100 + "%"; });
    frame.classList.toggle("zoomed", step > 0);
    if (step > 0) frame.setAttribute("tabindex", "0");
    else frame.removeAttribute("tabindex");
    frame.scrollLeft = middle.x * factor - frame.clientWidth / 2;
    frame.scrollTop = middle.y * factor - frame.clientHeight / 2;
    plus.disabled = step === steps.length - 1;
    minus.disabled = step === 0;
  };
  plus.addEventListener("click", function () { zoom(step + 1); });
  minus.addEventListener("click", function () { zoom(step - 1); });
  var drag = null;
  frame.addEventListener("pointerdown", function (event) {
    if (event.pointerType !== "mouse" || step === 0 || event.button !== 0) return;
    drag = {x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop};
  });
  window.addEventListener("pointermove", function (event) {
    if (!drag) return;
    frame.scrollLeft = drag.x - event.clientX;
    frame.scrollTop = drag.y - event.clientY;
    event.preventDefault();
  });
  window.addEventListener("pointerup", function () { drag = null; });
  frame.addEventListener("dragstart", function (event) { event.preventDefault(); });

  window.addEventListener("beforeprint", function () { all("details").forEach(function (details) { details.open = true; }); });
  minus.disabled = true;
  controls.hidden = false;
  apply();
}());
