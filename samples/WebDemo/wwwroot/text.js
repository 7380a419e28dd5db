import { at, count, percent, shaded, show } from "./page.js";
import { labelButtons, learns, press, store } from "./labels.js";
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
    showAnswer(text, answer);
    if (at("saved").textContent.endsWith(learns) && (await status()).model.learnedVersion >= answer.correction?.version)
      at("saved").textContent = `Saved: ${answer.correction.label}. The model has learned it.`;
  } catch (problem) {
    if (problem.name === "AbortError") return;
    at("result").hidden = true;
    show("text-problem", problem.message);
  }
  at("invitation").hidden = true;
  at("result").setAttribute("aria-busy", "false");
}

function showAnswer(text, answer) {
  if (shown?.text !== text.trim()) at("saved").textContent = "";
  shown = { text: text.trim(), correction: answer.correction };
  const { label, probability, doubt, correction } = answer;
  at("label").textContent = correction?.label ?? label;
  const kind = correction ? "corrected" : doubt ? "unsure" : "sure";
  const chip = { corrected: "labeled by a person", unsure: "not sure", sure: `sure · ${percent(probability)}` }[kind];
  at("sure").textContent = chip;
  at("sure").className = `chip ${kind}`;
  const model = `The model says ${label} with ${percent(probability)}.`;
  at("doubt").textContent = correction ? model : doubt ?? "";
  speak(correction ? `${correction.label}, labeled by a person.` : doubt ? `Not sure. ${doubt}` : `${label}, ${percent(probability, 0)}`);

  const focused = document.activeElement?.closest("#labels button")?.dataset.label;
  at("labels").replaceChildren(...labelButtons(answer.probabilities, correction?.label, choose, "Label as"));
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

async function choose(label) {
  const { text, correction } = shown;
  const result = await store(text, label, correction);
  if (shown.text !== text) return;
  at("saved").textContent = result.message;
  at("saved").className = result.isStored ? "note" : "note failed";
  shown.correction = result.correction;
  press(at("labels"), result.correction?.label);
  await ask();
  learned();
}
