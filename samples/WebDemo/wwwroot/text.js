import { at, count, percent, shaded, show } from "./page.js";
import { forgets, labelButtons, learns, press, store, takeNewLabel, undo } from "./labels.js";
import { classify } from "./server.js";

const pause = 120; // milliseconds without a key
let asked, timer, shown, learned = () => {}, status;

/** Answers for the text as it is typed. */
export function start(statusOf, whenLearned) {
  [status, learned] = [statusOf, whenLearned];
  at("text").addEventListener("input", () => {
    clearTimeout(timer);
    at("result").setAttribute("aria-busy", "true");
    timer = setTimeout(ask, pause);
  });
  for (const example of document.querySelectorAll(".example")) {
    example.addEventListener("click", () => {
      at("text").value = example.textContent;
      ask();
    });
  }
  document.addEventListener("keydown", event => {
    if (!event.altKey || event.ctrlKey || event.metaKey || at("result").hidden) return;
    const button = at("labels").querySelectorAll("button")[Number(event.code.replace("Digit", "")) - 1];
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  takeNewLabel(at("new-label"), label => change((text, correction) => store(text, label, correction, true)));
  at("undo").addEventListener("click", remove);
  ask(); // a browser may have kept the text
}

/** Asks again, with the model that is in service now. */
export async function ask() {
  asked?.abort();
  const text = at("text").value;
  if (text.trim() === "") {
    at("result").hidden = true;
    at("invitation").hidden = false;
    show("text-problem");
    return;
  }
  asked = new AbortController();
  try {
    const answer = await classify(text, asked.signal);
    show("text-problem");
    showAnswer(text, answer, await status());
    await settle(answer);
  } catch (problem) {
    if (problem.name === "AbortError") return;
    at("result").hidden = true;
    show("text-problem", problem.message);
  }
  at("invitation").hidden = true;
  at("result").setAttribute("aria-busy", "false");
}

/** Says that the model in service has learned the label, or has forgotten it. */
async function settle({ correction }) {
  const saved = at("saved"), { learnedVersion } = (await status()).model;
  if (saved.textContent.endsWith(learns) && learnedVersion >= correction?.version)
    saved.textContent = `Saved: ${correction.label}. The model has learned it.`;
  if (saved.textContent.endsWith(forgets) && learnedVersion >= shown.deleted)
    saved.textContent = "Deleted. The model has forgotten it.";
}

function showAnswer(text, answer, { labels, limits }) {
  if (shown?.text !== text.trim()) {
    at("saved").textContent = "";
    shown = { text: text.trim() };
  }
  shown.correction = answer.correction;
  at("undo").hidden = !answer.correction;
  const { label, probability, doubt, correction } = answer;
  at("label").textContent = correction?.label ?? label;
  const kind = correction ? "corrected" : doubt ? "unsure" : "sure";
  const chip = { corrected: "labeled by a person", unsure: "not sure", sure: `sure · ${percent(probability)}` }[kind];
  at("sure").textContent = chip;
  at("sure").className = `chip ${kind}`;
  const model = `The model says ${label} with ${percent(probability)}.`;
  at("doubt").textContent = correction ? model : doubt ?? "";
  speak(correction ? `${correction.label}, labeled by a person.` : doubt ? `Not sure. ${doubt}` : `${label}, ${percent(probability, 0)}`);

  at("new-label-name").maxLength = limits.labelCharacters;
  const focused = document.activeElement?.closest("#labels button")?.dataset.label;
  const added = labels.filter(one => !answer.probabilities.some(known => known.label === one)); // the model hasn't learned them
  at("labels").replaceChildren(
    ...labelButtons([...answer.probabilities, ...added.map(one => ({ label: one }))], correction?.label, choose, "Label as"));
  if (focused) at("labels").querySelector(`[data-label="${CSS.escape(focused)}"]`)?.focus();
  at("shaded").replaceChildren(shaded(text, answer.words));
  at("shaded-label").textContent = label;
  const familiar = answer.familiarity === null ? "" : ` · familiarity ${answer.familiarity.toFixed(2)}`;
  at("known").textContent = `${answer.knownWordCount} of ${count(answer.wordCount, "word")} known${familiar}`;
  at("result").hidden = false;
}

/** Says the answer, where it changed. */
function speak(words) {
  if (at("spoken").textContent !== words) at("spoken").textContent = words;
}

const choose = label => change((text, correction) => store(text, label, correction));

async function remove() {
  const { isStored } = await change(undo);
  if (isStored) at("labels").querySelector("button")?.focus(); // the button that had the focus is hidden
}

/** Changes the correction of the text that is shown, and shows what became of it. */
async function change(how) {
  const { text, correction } = shown;
  const result = await how(text, correction);
  if (shown.text !== text) return result;
  shown.deleted = result.version;
  at("saved").textContent = result.message;
  at("saved").className = result.isStored ? "note" : "note failed";
  shown.correction = result.correction;
  at("undo").hidden = !result.correction;
  press(at("labels"), result.correction?.label);
  await learned(); // the labels may be others
  await ask();
  return result;
}
