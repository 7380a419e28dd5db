// Keeps the page's files. Those of the runtime have a hash in their names and never change; the others are asked for first, in case that
// there is a new version.
const files = "maxpool";

addEventListener("install", event => event.waitUntil((async () => {
  const own = ["./", "main.css", "main.js", "runtime.js", "page.js", "figures.js", "prediction.js", "worker.js", "icon.svg", "reviews.tsv"];
  await (await caches.open(files)).addAll(own);
  await skipWaiting();
})()));

addEventListener("activate", event => event.waitUntil(clients.claim()));

addEventListener("fetch", event => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const hasHash = /\.[a-z0-9]{10}\.(wasm|js)$/.test(request.url);
  event.respondWith(hasHash ? keptFirst(request) : networkFirst(request));
});

async function keptFirst(request) {
  return await caches.match(request) ?? await fetchAndKeep(request);
}

async function networkFirst(request) {
  try {
    return await fetchAndKeep(request);
  } catch (problem) {
    const kept = await caches.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
    if (kept) return kept;
    throw problem;
  }
}

async function fetchAndKeep(request) {
  const response = await fetch(request);
  if (response.ok) await (await caches.open(files)).put(request, response.clone());
  return response;
}
