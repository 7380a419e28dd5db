import { at, count, make, number, percent, show } from "./page.js";
import * as server from "./server.js";

const often = 400, rarely = 5000; // milliseconds between two looks: while something goes on, and else
const mostLessons = 5, mostChanges = 8;
let last, timer, changed = () => {}, shownLessons;

/** What the document fires when the labels change: `detail` is the labels. */
export const labelsChanged = "labelschanged";

/** Shows what the model is and learns, and calls with each new model in service. */
export function start(whenChanged) {
  changed = whenChanged;
  document.addEventListener("visibilitychange", look);
  return look();
}

/** The status that was seen last. */
export const status = async () => last ?? server.status();

/** Looks at the server's status now, and from time to time. */
export async function look() {
  clearTimeout(timer);
  if (document.hidden) return;
  try {
    const before = last;
    last = await server.status();
    show("app-problem");
    showStatus(last);
    if (before && before.model.checksum !== last.model.checksum) changed();
    if (before && JSON.stringify(before.labels) !== JSON.stringify(last.labels))
      document.dispatchEvent(new CustomEvent(labelsChanged, { detail: last.labels }));
  } catch (problem) {
    show("app-problem", problem.message);
  }
  const isBusy = last && (last.learning.activity !== "idle" || isOnItsWay(last));
  timer = setTimeout(look, isBusy ? often : rarely);
}

/** Whether a new model is stored but not in service yet. */
const isOnItsWay = ({ model, learning: { lessons: [latest] } }) =>
  latest?.outcome === "taken" && (model.isFirst || latest.version > model.learnedVersion) && !model.fileProblem;

function showStatus(status) {
  const { model, learning } = status;
  at("model").textContent = `${model.labels.length > 4 ? count(model.labels.length, "label") : model.labels.join(" · ")}`
    + ` — trained on ${count(model.trainingTextCount, "text")}`;
  at("learning-now").textContent = now(status);
  at("learning-bar").hidden = learning.activity !== "training";
  at("learning-bar").value = learning.progress;
  show("model-problem", model.fileProblem
    && `The model file can't be used; the model in memory goes on. ${model.fileProblem.replace(/\.?$/, ".")}`);
  const key = JSON.stringify(learning.lessons.map(lesson => lesson.at));
  if (key === shownLessons) return;
  shownLessons = key;
  at("lessons").replaceChildren(...learning.lessons.slice(0, mostLessons).map(lessonItem));
}

function now(status) {
  const { model, learning } = status;
  const pending = changesOf(learning.pendingCount - learning.pendingDeletionCount, learning.pendingDeletionCount);
  switch (learning.activity) {
    case "waiting": return `${pending}. Training begins soon.`;
    case "training": return model.isFirst ? "Training on all texts; a quick model answers until then." : `Training with ${pending} …`;
    case "comparing": return "Comparing the new model with the old one …";
  }
  if (isOnItsWay(status)) return "The new model goes into service …";
  if (learning.pendingCount > 0) return `The model in service hasn’t learned ${pending}.`;
  return learning.correctionCount === 0
    ? "No corrections yet. Correct an answer, and the model learns it here."
    : `The model has learned ${learning.correctionCount === 1 ? "the one correction" : `all ${number(learning.correctionCount)} corrections`}.`;
}

/** "2 new corrections", "1 deleted correction" or both. */
function changesOf(added, deleted) {
  const parts = [added && count(added, "new correction"), deleted && count(deleted, "deleted correction")];
  return parts.filter(one => one).join(" and ");
}

function lessonItem(lesson) {
  const { outcome, reason, comparison, changes, newCorrectionCount, deletedCorrectionCount } = lesson;
  const time = make("time", new Date(lesson.at).toLocaleTimeString("en", { hour: "2-digit", minute: "2-digit", hour12: false }), { datetime: lesson.at });
  const chip = make("span", { taken: "new model", refused: "not taken", failed: "failed" }[outcome], { class: `chip ${outcome === "taken" ? "sure" : "unsure"}` });
  const what = changesOf(newCorrectionCount, deletedCorrectionCount) || "all texts";
  const item = make("li", make("p", [time, " ", chip, ` ${what}, ${lesson.seconds.toFixed(1)} s`]));
  if (reason) item.append(make("p", reason, { class: "note" }));
  if (comparison) item.append(...compared(comparison));
  const corrections = changes.filter(change => change.isCorrection);
  if (corrections.length > 0) item.append(changeList(corrections));
  if (corrections.length < changes.length) item.append(otherChanges(changes.filter(change => !change.isCorrection)));
  return item;
}

function compared({ textCount, accuracyBefore, accuracyAfter, lower, upper, onlyBeforeCount, onlyAfterCount }) {
  return [
    make("p", [
      `Accuracy on ${count(textCount, "held-out text")}: `,
      make("strong", `${percent(accuracyBefore)} → ${percent(accuracyAfter)}`),
      ` (difference ${signed(lower)} to ${signed(upper)})`,
    ]),
    make("p", `${count(onlyAfterCount, "text")} newly right, ${number(onlyBeforeCount)} newly wrong.`, { class: "note" }),
  ];
}

const changeList = changes => make("ul", changes.slice(0, mostChanges).map(({ text, before, after, right, isCorrection }) => make("li", [
  make("bdi", text, { class: "text" }),
  make("span", [
    " ", make("bdi", before), " → ", make("bdi", after, { class: "name" }),
    after === right ? " ✓ right" : " ✗ wrong",
    isCorrection ? ", your correction" : "",
  ], { class: "note" }),
])));

/** Held-out texts whose answer changed: the right ones first. */
function otherChanges(changes) {
  const right = changes.filter(change => change.after === change.right), wrong = changes.filter(change => change.after !== change.right);
  return make("details", [make("summary", "Which answers changed?"), changeList(right), changeList(wrong)]);
}

const signed = fraction => `${fraction < 0 ? "−" : "+"}${Math.abs(fraction * 100).toFixed(1)} points`;
