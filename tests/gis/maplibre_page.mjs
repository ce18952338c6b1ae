// Draws a style with MapLibre GL in headless Chromium and prints what happened as one line of JSON.
//   maplibre_page.mjs MODULES STYLE-URL ZOOM LON LAT PICTURE
// MODULES is a folder where npm installed maplibre-gl and playwright-core. Nothing but this machine is reached.
import fs from "fs";
import http from "http";
import { createRequire } from "module";

const [modules, style, zoom, lon, lat, picture] = process.argv.slice(2);
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const page = `<!doctype html><meta charset="utf-8"><title>map</title><link rel="stylesheet" href="maplibre-gl.css">
<style>html,body,#map{margin:0;height:100%}</style><div id="map"></div><script src="maplibre-gl.js"></script><script>
window.problems = [];
const map = new maplibregl.Map({container: "map", style: ${JSON.stringify(style)}, center: [${Number(lon)}, ${Number(lat)}], zoom: ${Number(zoom)}, preserveDrawingBuffer: true, fadeDuration: 0});
map.on("error", e => problems.push(String(e.error && e.error.message || e)));
map.on("idle", () => {
  const shown = {};
  for (const feature of map.queryRenderedFeatures()) shown[feature.layer.id] = (shown[feature.layer.id] || 0) + 1;
  window.shown = shown;
});</script>`;
const types = { js: "text/javascript", css: "text/css" };
const server = http.createServer((request, response) => {
  const name = request.url.slice(1);
  if (name === "") return response.setHeader("Content-Type", "text/html"), response.end(page);
  if (!/^maplibre-gl\.(js|css)$/.test(name)) return response.writeHead(404), response.end();
  response.setHeader("Content-Type", types[name.split(".").pop()]);
  response.end(fs.readFileSync(require.resolve("maplibre-gl/dist/" + name)));
});
await new Promise(done => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--use-gl=swiftshader", "--enable-webgl", "--ignore-gpu-blocklist", "--enable-unsafe-swiftshader"] });
const tab = await browser.newPage({ viewport: { width: 1000, height: 700 } });
const letters = [];
tab.on("response", answer => { if (answer.url().includes("/glyphs/")) letters.push(answer.status()); });
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
const idle = await tab.waitForFunction("window.shown", null, { timeout: 90000 }).then(() => true, () => false);
await tab.screenshot({ path: picture });
console.log(JSON.stringify({ idle, letters, problems: await tab.evaluate("problems"), shown: await tab.evaluate("window.shown || {}") }));
await browser.close();
server.close();
