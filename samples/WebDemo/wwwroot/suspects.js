import { at, count, make, percent, show } from "./page.js";
import { table } from "./rows.js";
import * as server from "./server.js";

const pause = 500; // milliseconds between two looks

/** Shows the labels to check at the user's request. */
export function start(status, learned) {
  at("find-suspects").addEventListener("click", async () => {
    at("find-suspects").disabled = true;
    show("suspects-problem");
    at("suspects-status").textContent = "Searching …";
    try {
      let found = await server.suspects();
      while (!found.isDone) {
        await new Promise(resolve => setTimeout(resolve, pause));
        found = await server.suspects();
      }
      showSuspects(found.suspects, await status(), learned);
    } catch (problem) {
      at("suspects-status").textContent = "";
      show("suspects-problem", problem.message);
    }
    at("find-suspects").disabled = false;
    at("find-suspects").textContent = "Search again";
  });
}

function showSuspects(suspects, { labels, limits }, learned) {
  at("suspects").hidden = suspects.length === 0;
  at("suspects-status").textContent = suspects.length === 0
    ? "No label is suspicious."
    : `${count(suspects.length, "label")} to check, the most suspicious first. Shaded words argue for the suggested label; underlined ones for the given one.`;
  at("suspects").replaceChildren(...table(
    suspects.map(suspect => ({ text: suspect.text, words: suspect.words, said: saidAbout(suspect) })),
    { name: "Labels to check", said: "Given and suggested", labels, limits, learned, rowsAtOnce: 8 }));
}

const saidAbout = ({ given, suggested, suspicion }) => [
  make("s", given, { class: "name" }), " → ", make("bdi", suggested, { class: "name" }),
  make("span", ` suspicion ${percent(suspicion, 0)}`, { class: "note" }),
];
