/** Calls of the server. A failed call throws an error whose message is for the user; of a conflict, it has the current correction. */
async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (problem) {
    if (problem.name === "AbortError") throw problem;
    throw new Error("The server doesn't answer. Is it running? Nothing was lost; try again.");
  }
  if (response.ok) return response.json();
  const details = await response.json().catch(() => ({}));
  const problem = new Error(details.detail ?? details.title ?? `The server answered ${response.status}.`);
  if (response.status === 409) problem.current = details.current ?? null; // null: somebody else deleted it
  throw problem;
}

const post = (path, body, signal) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });

export const classify = (text, signal) => post("classify", { text }, signal);

export const correct = (text, label, seenVersion, isNewLabel) => post("feedback", { text, label, seenVersion, isNewLabel });

export const deleteCorrection = (text, seenVersion) => post("feedback/delete", { text, seenVersion });

export const classifyFile = file => call(`files?name=${encodeURIComponent(file.name)}`,
  { method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file });

export const status = () => call("status");

export const suspects = () => call("suspects");
