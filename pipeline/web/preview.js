// The preview page of `dateline serve`: marks over tiles, linked with the notes, and a choice of days. The notes are in the page already.
(function () {
  "use strict";
  var doc = document, root = doc.documentElement;
  var byId = function (id) { return doc.getElementById(id); };
  var all = function (selector, from) { return Array.prototype.slice.call((from || doc).querySelectorAll(selector)); };
  var make = function (tag, css, text) {
    var element = doc.createElement(tag);
    if (css) element.className = css;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  var start = function (data) {
    var map = L.map("map", {worldCopyJump: true, zoomControl: false, zoomSnap: 1, fadeAnimation: !calm, zoomAnimation: !calm, markerZoomAnimation: !calm, attributionControl: false, minZoom: 1, maxZoom: 14});
    L.control.zoom({zoomInTitle: "Zoom in", zoomOutTitle: "Zoom out"}).addTo(map);
    L.control.attribution({prefix: '<a href="https://leafletjs.com" rel="noreferrer">Leaflet</a>'}).addTo(map).addAttribution("Dateline; credits beside the map");
    var box = byId("map");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "Map; arrow keys move it, plus and minus zoom");

    // Colours and tiles, for light and dark screens.
    var pictures = data.layers;
    var shown = [];
    var paint = function () {
      var colours = data.colours[dark.matches ? "dark" : "light"];
      Object.keys(colours).forEach(function (name) { root.style.setProperty("--" + name, colours[name]); });
      shown.forEach(function (pair) {
        if (pair.layer.format === "mvt") pair.tiles.redraw();
        else pair.tiles.setUrl(address(pair.layer));
      });
    };
    var address = function (layer) { return (dark.matches ? layer.dark : layer.set) + "/{z}/{x}/{y}" + (layer.sharp && L.Browser.retina ? "@2x" : "") + "." + layer.format; };
    var add = function (layer) {
      var options = {minNativeZoom: layer.minzoom, maxNativeZoom: layer.maxzoom, maxZoom: 14, keepBuffer: 1};
      if (layer.bounds[0] < layer.bounds[2]) options.bounds = L.latLngBounds([layer.bounds[1], layer.bounds[0]], [layer.bounds[3], layer.bounds[2]]);
      var tiles = layer.format === "mvt" ? window.datelineVectorTiles(address(layer), options) : L.tileLayer(address(layer), options);
      tiles.on("load", function () { root.setAttribute("data-ready", ""); });
      tiles.addTo(map);
      shown.push({layer: layer, tiles: tiles});
    };
    if (pictures.length === 0) root.setAttribute("data-ready", "");
    paint();
    if (dark.addEventListener) dark.addEventListener("change", paint);

    var marks = data.marks, events = {};
    (data.events || []).forEach(function (event) { events[event.number] = event; });
    var visible = function (number) { return !events[number] || !events[number].off; };
    var drawn = [];      // {number, layer}: what is hidden and dimmed with its event
    var spots = [];      // {number, at}: where a badge belongs
    var outline = null;  // of what is drawn, without areas
    var areas = [];      // their bounds

    var reach = function (bounds) { outline = outline ? outline.extend(bounds) : L.latLngBounds(bounds.getSouthWest(), bounds.getNorthEast()); };
    var colourOf = function (properties) {
      if (properties.kind === "withdrawal") return "withdrawn";
      if (properties.status === "denied") return "denied";
      if (properties.status === "past") return "withdrawn";
      return properties.status === "planned" || properties.status === "conditional" ? properties.status : "mark";
    };
    var dashes = {planned: "11 6", conditional: "1 6", denied: "11 6"};
    var path = function (properties, more) {
      var options = {color: "var(--" + colourOf(properties) + ")", weight: 2.5, dashArray: dashes[properties.status] || null, lineCap: properties.status === "conditional" ? "round" : "butt", keyboard: false};
      Object.keys(more || {}).forEach(function (name) { options[name] = more[name]; });
      return options;
    };
    var keep = function (properties, layer) {
      layer.on("click", function () { choose(properties.number, true); });
      if (properties.place) layer.bindTooltip(properties.place, {className: "tip", sticky: true});
      drawn.push({number: properties.number, layer: layer});
      layer.addTo(map);
    };

    // What was cut at the date line is put together again, east of it, where the tiles are repeated.
    var partsOf = function (geometry) { return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates; };
    var span = function (ring) {
      return ring.reduce(function (box, c) { return [Math.min(box[0], c[0]), Math.max(box[1], c[0])]; }, [Infinity, -Infinity]);
    };
    var shift = function (line) { return line.map(function (c) { return [c[0] + 360, c[1]]; }); };
    var joined = function (geometry) {
      var parts = partsOf(geometry), spans = parts.map(function (part) { return span(part[0]); });
      var west = Math.min.apply(null, spans.map(function (s) { return s[0]; })), east = Math.max.apply(null, spans.map(function (s) { return s[1]; }));
      if (west > -179.99 || east < 179.99) return {type: "MultiPolygon", coordinates: parts};
      return {type: "MultiPolygon", coordinates: parts.map(function (part, i) { return spans[i][1] < 0 ? part.map(shift) : part; })};
    };
    // The place within an area where its number stands, on the side of the date line where the area is drawn.
    var inside = function (feature) {
      var west = Math.min.apply(null, feature.geometry.coordinates.map(function (part) { return span(part[0])[0]; })), at = feature.properties.inside;
      return L.latLng(at[1], at[0] < west ? at[0] + 360 : at[0]);
    };
    var addArea = function (feature) {
      var p = feature.properties;
      feature.geometry = joined(feature.geometry);
      var layer = L.geoJSON(feature, {style: path(p, {weight: 1, dashArray: null, color: "var(--area)", fillOpacity: p.precision === "country" ? 0.07 : 0.16, opacity: 0.6})});
      keep(p, layer);
      areas.push(layer.getBounds());
      spots.push({number: p.number, at: inside(feature)});
    };
    var addSite = function (feature) {
      var p = feature.properties, at = L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]);
      keep(p, L.circle(at, path(p, {radius: Math.max(p.radius_m || 0, 500), weight: 1, dashArray: null, fillOpacity: 0.25})));
      keep(p, L.circleMarker(at, path(p, {radius: 4, weight: 1.5, dashArray: null, fillColor: "var(--paper)", fillOpacity: 1})));
      reach(L.latLngBounds(at, at));
      spots.push({number: p.number, at: at});
    };
    var linesOf = function (geometry) { return geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates; };
    // The arrow head lies in the direction of the line's end on the map, which is the same at every zoom.
    var addHead = function (p, line) {
      var from = map.project([line[line.length - 2][1], line[line.length - 2][0]], 10), end = [line[line.length - 1][1], line[line.length - 1][0]], to = map.project(end, 10);
      var head = make("div", "head");
      head.style.color = "var(--" + colourOf(p) + ")";
      head.style.transform = "translate(-7px,0) rotate(" + (Math.atan2(to.y - from.y, to.x - from.x) * 180 / Math.PI + 90) + "deg)";
      var icon = L.divIcon({className: "", html: head, iconSize: [0, 0]});
      drawn.push({number: p.number, layer: L.marker(end, {icon: icon, interactive: false, keyboard: false}).addTo(map)});
    };
    var addMovement = function (feature) {
      var p = feature.properties, lines = linesOf(feature.geometry);
      for (var i = 1; i < lines.length; i += 1) {
        var before = lines[i - 1][lines[i - 1].length - 1][0];
        while (lines[i][0][0] - before < -180) lines[i] = shift(lines[i]);
        if (lines[i][0][0] - before > 180) lines[i - 1] = shift(lines[i - 1]);
      }
      var layer = L.polyline(lines.map(function (line) { return line.map(function (c) { return [c[1], c[0]]; }); }), path(p));
      keep(p, layer);
      layer.bindTooltip((p.origin || "") + " → " + (p.destination || ""), {className: "tip", sticky: true});
      reach(layer.getBounds());
      var last = lines[lines.length - 1], longest = lines.reduce(function (a, b) { return b.length > a.length ? b : a; });
      if (last.length > 1) addHead(p, last);
      var crest = longest[Math.floor(longest.length / 2)];
      spots.push({number: p.number, at: L.latLng(crest[1], crest[0])});
    };

    // Badges that would lie on each other stand in one row; a row of many is a count.
    var badges = L.layerGroup().addTo(map), chosen = 0, most = 6, step = 30;
    var badgeClass = function (number) {
      var event = events[number];
      return "badge" + (event.status === "planned" || event.status === "conditional" ? " planned" : "") + (event.disputed ? " disputed" : "") + (event.status === "denied" ? " denied" : "") + (number === chosen ? " lit" : "");
    };
    var headingOf = function (number) {
      var note = byId("note-" + number), heading = note && note.querySelector("h3 span:last-child");
      return heading ? heading.textContent : "";
    };
    var wide = function (row) { return Math.min(row.numbers.length, most + 1) * step; };
    var gather = function () {
      var rows = [];
      spots.forEach(function (spot) {
        if (!visible(spot.number)) return;
        rows.push({numbers: [spot.number], point: map.latLngToLayerPoint(spot.at), at: spot.at});
      });
      for (var again = true; again;) {
        again = false;
        for (var i = 0; i < rows.length; i += 1) {
          for (var k = rows.length - 1; k > i; k -= 1) {
            if (Math.abs(rows[i].point.x - rows[k].point.x) >= (wide(rows[i]) + wide(rows[k])) / 2 || Math.abs(rows[i].point.y - rows[k].point.y) >= step) continue;
            rows[i].numbers = rows[i].numbers.concat(rows[k].numbers.filter(function (n) { return rows[i].numbers.indexOf(n) < 0; }));
            rows.splice(k, 1);
            again = true;
          }
        }
      }
      return rows;
    };
    var button = function (row, number) {
      var badge = make("button", badgeClass(number), String(number));
      badge.type = "button";
      badge.setAttribute("aria-label", "Number " + number + ": " + headingOf(number));
      badge.setAttribute("aria-pressed", number === chosen ? "true" : "false");
      badge.setAttribute("data-number", number);
      badge.addEventListener("click", function (event) { L.DomEvent.stop(event); choose(number, true); });
      return badge;
    };
    var placeBadges = function () {
      var active = doc.activeElement && doc.activeElement.getAttribute("data-number"), inMap = box.contains(doc.activeElement);
      badges.clearLayers();
      gather().forEach(function (row) {
        row.numbers.sort(function (a, b) { return a - b; });
        var holder = make("div", "marks");
        if (row.numbers.length > most) {
          var count = make("button", "badge", row.numbers.length + " events");
          count.type = "button";
          count.setAttribute("aria-label", row.numbers.length + " events here; zoom in");
          count.addEventListener("click", function (event) { L.DomEvent.stop(event); map.setView(row.at, map.getZoom() + 2); });
          holder.appendChild(count);
        } else {
          row.numbers.forEach(function (number) { holder.appendChild(button(row, number)); });
        }
        L.DomEvent.disableClickPropagation(holder);
        // Above the mark, so that the mark itself can be seen.
        var icon = L.divIcon({className: "", html: holder, iconSize: [0, 0], iconAnchor: [0, 20]});
        var marker = L.marker(row.at, {icon: icon, keyboard: false, interactive: false}).addTo(badges);
        marker.getElement().removeAttribute("tabindex");
        marker.getElement().style.pointerEvents = "auto";
      });
      if (inMap && active) {
        var same = box.querySelector("[data-number='" + active + "']");
        if (same) same.focus({preventScroll: true});
      }
    };

    var light = function () {
      all("li.note").forEach(function (note) { note.classList.toggle("lit", note.id === "note-" + chosen); });
      all("button[data-number]", box).forEach(function (badge) {
        var number = Number(badge.getAttribute("data-number"));
        badge.className = badgeClass(number);
        badge.setAttribute("aria-pressed", number === chosen ? "true" : "false");
      });
      drawn.forEach(function (item) {
        var dim = chosen !== 0 && item.number !== chosen;
        var each = function (layer) { if (layer.getElement && layer.getElement()) layer.getElement().classList.toggle("dim", dim); };
        if (item.layer.eachLayer) item.layer.eachLayer(each);
        else each(item.layer);
      });
    };
    // From the map the eye goes to the note, and from the note to the map.
    var choose = function (number, fromMap) {
      chosen = number;
      light();
      var note = byId("note-" + number);
      if (fromMap && note) {
        note.scrollIntoView({block: "start", behavior: calm ? "auto" : "smooth"});
        note.focus({preventScroll: true});
      }
      if (!fromMap && number) {
        var around = null;
        drawn.forEach(function (item) {
          if (item.number !== number) return;
          var bounds = item.layer.getBounds ? item.layer.getBounds() : L.latLngBounds(item.layer.getLatLng(), item.layer.getLatLng());
          around = around ? around.extend(bounds) : L.latLngBounds(bounds.getSouthWest(), bounds.getNorthEast());
        });
        if (around) map.fitBounds(around.pad(0.25), {maxZoom: 7, animate: !calm});
      }
    };

    // The numbers of the notes lead to the map.
    all("li.note").forEach(function (note) {
      var number = Number(note.id.slice(5)), plain = note.querySelector("h3 .badge");
      if (!plain || !spots.concat(marks ? marks.sites.features.concat(marks.movements.features, marks.areas.features).map(function (f) { return {number: f.properties.number}; }) : []).some(function (s) { return s.number === number; })) return;
      var badge = make("button", "badge", String(number));
      badge.type = "button";
      badge.setAttribute("aria-label", "Show number " + number + " on the map");
      badge.addEventListener("click", function () { choose(number, false); });
      plain.parentNode.replaceChild(badge, plain);
    });
    doc.addEventListener("keydown", function (event) { if (event.key === "Escape" && chosen) choose(0, false); });
    map.on("click", function () { choose(0, false); });

    // Days: the stops are the days on which something began or ended.
    var stops = [];
    Object.keys(events).forEach(function (number) {
      [events[number].first, events[number].last].forEach(function (day) { if (day && stops.indexOf(day) < 0) stops.push(day); });
    });
    stops.sort();
    var from = byId("from"), to = byId("to");
    var dayText = function (day) { return new Date(day + "T00:00:00Z").toLocaleDateString("en-GB", {day: "numeric", month: "short", year: "numeric", timeZone: "UTC"}); };
    var meets = function (event, first, last) {
      if (!event.first && !event.last) return true;   // undated: never hidden by a choice of days
      return !(event.last && event.last < first) && !(event.first && event.first > last);
    };
    var drawBars = function () {
      var counts = stops.map(function (day) { return Object.keys(events).filter(function (n) { return (events[n].first || events[n].last) && meets(events[n], day, day); }).length; });
      var highest = Math.max.apply(null, counts);
      byId("bars").textContent = "";
      counts.forEach(function (count) {
        var bar = make("i");
        bar.style.height = 100 * count / highest + "%";
        byId("bars").appendChild(bar);
      });
    };
    var apply = function (moved) {
      var low = Number(from.value), high = Number(to.value);
      if (low > high) {
        if (moved === from) to.value = high = low;
        else from.value = low = high;
      }
      var first = stops[low], last = stops[high], whole = low === 0 && high === stops.length - 1, count = 0, total = 0;
      byId("from-day").textContent = dayText(first);
      byId("to-day").textContent = dayText(last);
      from.setAttribute("aria-valuetext", dayText(first));
      to.setAttribute("aria-valuetext", dayText(last));
      all("i", byId("bars")).forEach(function (bar, i) { bar.classList.toggle("in", i >= low && i <= high); });
      Object.keys(events).forEach(function (number) {
        var event = events[number], note = byId("note-" + number);
        event.off = !whole && !meets(event, first, last);
        if (!note) return;
        total += 1;
        if (!event.off) count += 1;
        note.classList.toggle("off", event.off);
      });
      drawn.forEach(function (item) {
        if (visible(item.number)) item.layer.addTo(map);
        else item.layer.remove();
      });
      byId("count").textContent = count === total ? "All " + total + " events" : count + " of " + total + " events";
      byId("all").disabled = whole;
      if (chosen && !visible(chosen)) chosen = 0;
      placeBadges();
      light();
    };
    var prepareDays = function () {
      if (stops.length < 2) return;
      [from, to].forEach(function (input) {
        input.max = stops.length - 1;
        input.addEventListener("input", function () { apply(input); });
      });
      from.value = 0;
      to.value = stops.length - 1;
      byId("all").addEventListener("click", function () {
        from.value = 0;
        to.value = stops.length - 1;
        apply(null);
        from.focus();
      });
      byId("time").addEventListener("submit", function (event) { event.preventDefault(); });
      drawBars();
      byId("time").hidden = false;
      map.invalidateSize({animate: false});
    };

    map.setView([25, 20], 2);
    prepareDays();
    if (marks) {
      marks.areas.features.forEach(addArea);
      marks.movements.features.forEach(addMovement);
      marks.sites.features.forEach(addSite);
    }
    // A country is large, and says little about where: it counts only if there is nothing smaller.
    if (!outline) areas.forEach(reach);
    var fit = outline;
    if (!fit && pictures.length > 0 && pictures[0].bounds[0] < pictures[0].bounds[2] && pictures[0].bounds[2] - pictures[0].bounds[0] < 350) {
      fit = L.latLngBounds([pictures[0].bounds[1], pictures[0].bounds[0]], [pictures[0].bounds[3], pictures[0].bounds[2]]);
    }
    if (fit) map.fitBounds(fit, {padding: [48, 48], maxZoom: 7, animate: false});
    pictures.forEach(add);
    map.on("zoomend resize", placeBadges);
    if (stops.length >= 2) apply(null);
    else if (marks) placeBadges();
    var asked = /^#note-(\d+)$/.exec(location.hash);
    if (asked && events[asked[1]]) choose(Number(asked[1]), false);
  };

  fetch("data/marks.json").then(function (answer) { return answer.json(); }).then(start).catch(function (problem) {
    byId("map").textContent = "The map could not be loaded: " + problem.message;
  });
}());
