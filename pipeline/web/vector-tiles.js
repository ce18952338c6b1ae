// Draws vector tiles (Mapbox Vector Tile 2) plainly, so that an archive of them can be looked at without a style: areas, lines, points, and names where there is room.
(function () {
  "use strict";
  var side = 512;   // vector tiles are made for this many pixels

  // Protocol buffers, as far as tiles need them.
  var reader = function (bytes, at, end) {
    var self = {};
    self.more = function () { return at < end; };
    self.varint = function () {
      var value = 0, factor = 1, byte;
      do {
        if (at >= end) throw new Error("the tile is cut off");
        byte = bytes[at++];
        value += (byte & 127) * factor;
        factor *= 128;
      } while (byte > 127);
      return value;
    };
    self.piece = function () {
      var size = self.varint(), from = at;
      if (from + size > end) throw new Error("the tile is cut off");
      at = from + size;
      return reader(bytes, from, at);
    };
    self.text = function () {
      var size = self.varint(), from = at;
      at = Math.min(end, from + size);
      return new TextDecoder().decode(bytes.subarray(from, at));
    };
    self.number = function (size) {
      var view = new DataView(bytes.buffer, bytes.byteOffset + at, size);
      at += size;
      return size === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true);
    };
    self.skip = function (kind) {
      if (kind === 0) self.varint();
      else if (kind === 1) at += 8;
      else if (kind === 2) at += self.varint();
      else if (kind === 5) at += 4;
      else throw new Error("no vector tile");
    };
    // Calls take(field) for each field; what it does not take is skipped.
    self.fields = function (take) {
      while (self.more()) {
        var key = self.varint();
        if (!take(Math.floor(key / 8))) self.skip(key % 8);
      }
    };
    self.numbers = function () {
      var list = [], piece = self.piece();
      while (piece.more()) list.push(piece.varint());
      return list;
    };
    return self;
  };
  var value = function (piece) {
    var found = null;
    piece.fields(function (field) {
      if (field === 1) found = piece.text();
      else if (field === 2) found = piece.number(4);
      else if (field === 3) found = piece.number(8);
      else if (field > 3 && field < 8) found = piece.varint();
      else return false;
      return true;
    });
    return found;
  };
  var feature = function (piece) {
    var out = {kind: 0, tags: [], geometry: []};
    piece.fields(function (field) {
      if (field === 2) out.tags = piece.numbers();
      else if (field === 3) out.kind = piece.varint();
      else if (field === 4) out.geometry = piece.numbers();
      else return false;
      return true;
    });
    return out;
  };
  var layer = function (piece) {
    var out = {name: "", extent: 4096, features: [], keys: [], values: []};
    piece.fields(function (field) {
      if (field === 1) out.name = piece.text();
      else if (field === 2) out.features.push(feature(piece.piece()));
      else if (field === 3) out.keys.push(piece.text());
      else if (field === 4) out.values.push(value(piece.piece()));
      else if (field === 5) out.extent = piece.varint();
      else return false;
      return true;
    });
    return out;
  };
  var layersOf = function (bytes) {
    var all = [], whole = reader(bytes, 0, bytes.length);
    whole.fields(function (field) {
      if (field !== 3) return false;
      all.push(layer(whole.piece()));
      return true;
    });
    return all;
  };

  // The commands of a geometry as lines of points; calls point(x, y) for points.
  var trace = function (context, geometry, scale, point) {
    var x = 0, y = 0, i = 0, signed = function (n) { return n % 2 ? -(n + 1) / 2 : n / 2; };
    while (i < geometry.length) {
      var command = geometry[i] % 8, count = Math.floor(geometry[i] / 8);
      i += 1;
      if (command === 7) {
        context.closePath();
        continue;
      }
      for (; count > 0 && i + 1 < geometry.length; count -= 1, i += 2) {
        x += signed(geometry[i]);
        y += signed(geometry[i + 1]);
        if (point) point(x * scale, y * scale);
        else if (command === 1) context.moveTo(x * scale, y * scale);
        else context.lineTo(x * scale, y * scale);
      }
    }
  };
  // Our own layers by name; everything else like an outline map.
  var looks = {
    land: {fill: "--paper"}, lakes: {fill: "--ground"}, rivers: {line: "--muted", width: 0.5}, coast: {line: "--muted", width: 0.8}, borders: {line: "--muted", width: 1},
    areas: {fill: "--area", opacity: 0.15}, halos: {fill: "--area", opacity: 0.3}, movements: {line: "--mark", width: 2.5}, heads: {fill: "--mark"}, badges: {point: "--badge", size: 7}, sites: {point: "--mark", size: 3}
  };
  var draw = function (canvas, bytes, colour) {
    var context = canvas.getContext("2d"), sharp = canvas.width / side, taken = [];
    context.scale(sharp, sharp);
    context.font = "12px 'Open Sans','Noto Sans',sans-serif";
    context.textAlign = "center";
    layersOf(bytes).forEach(function (one) {
      var look = looks[one.name] || {}, scale = side / one.extent;
      one.features.forEach(function (item) {
        var properties = {};
        for (var i = 0; i + 1 < item.tags.length; i += 2) properties[one.keys[item.tags[i]]] = one.values[item.tags[i + 1]];
        context.globalAlpha = look.opacity || 1;
        context.beginPath();
        if (item.kind === 1) {
          trace(context, item.geometry, scale, function (x, y) { place(context, taken, x, y, properties, look, colour); });
          return;
        }
        trace(context, item.geometry, scale, null);
        if (item.kind === 3 && look.fill) {
          context.fillStyle = colour(look.fill);
          context.fill("evenodd");
        } else {
          context.strokeStyle = colour(look.line || "--muted");
          context.lineWidth = look.width || 0.8;
          context.stroke();
        }
      });
    });
  };
  var place = function (context, taken, x, y, properties, look, colour) {
    var name = String(properties.name || properties.label || "");
    if (look.point || !name) {
      context.beginPath();
      context.arc(x, y, look.size || 2, 0, 7);
      context.fillStyle = colour(look.point || "--muted");
      context.fill();
    }
    if (!name) return;
    // A name that would not be whole in this tile is left to the next zoom.
    var half = context.measureText(name).width / 2 + 3, box = [x - half, y - 9, x + half, y + 9];
    if (box[0] < 0 || box[1] < 0 || box[2] > side || box[3] > side) return;
    if (taken.some(function (t) { return t[0] < box[2] && box[0] < t[2] && t[1] < box[3] && box[1] < t[3]; })) return;
    taken.push(box);
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = colour("--paper");
    context.strokeText(name, x, y + 4);
    context.fillStyle = colour("--ink");
    context.fillText(name, x, y + 4);
  };

  window.datelineVectorTiles = function (address, options) {
    var Tiles = L.GridLayer.extend({
      createTile: function (coords, done) {
        var canvas = document.createElement("canvas"), sharp = Math.min(2, window.devicePixelRatio || 1), style = getComputedStyle(document.documentElement);
        canvas.width = canvas.height = side * sharp;
        var url = address.replace("{z}", coords.z - 1).replace("{x}", coords.x).replace("{y}", coords.y);
        fetch(url).then(function (answer) { return answer.ok ? answer.arrayBuffer() : new ArrayBuffer(0); }).then(function (buffer) {
          draw(canvas, new Uint8Array(buffer), function (name) { return style.getPropertyValue(name).trim(); });
          done(null, canvas);
        }).catch(function (problem) { done(problem, canvas); });
        return canvas;
      }
    });
    options.tileSize = side;
    // The grid counts from the zoom of 256-pixel tiles, which is one more.
    options.minNativeZoom += 1;
    options.maxNativeZoom += 1;
    return new Tiles(options);
  };
}());
