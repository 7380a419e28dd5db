import { at, count, make, percent, show } from "./page.js";

/** Shows a prediction of a text; a click on a label calls choose with it. */
export function showPrediction(text, prediction, choose) {
  const { label, several, labels, labelCount, wordCount, knownWordCount, familiarity, milliseconds, explanation } = prediction;
  show("unknown", warning(prediction));
  at("predicted").replaceChildren(...several ? severalLabels(labels) : [make("bdi", label), ` ${percent(labels[0].probability)}`]);
  const applies = one => several ? one.probability >= 0.5 : one.label === label;
  at("labels").replaceChildren(...labels.map(one => row(one, applies(one), one.label === explanation.label, choose)));
  show("more-labels", labelCount > labels.length ? `The ${labels.length} most probable of ${count(labelCount, "label")}.` : "");
  at("explanation").hidden = knownWordCount === 0;
  at("explained").textContent = explanation.label;
  shade(text, explanation.words);
  const familiar = familiarity === undefined ? "" : ` · familiarity ${familiarity.toFixed(2)}`;
  at("times").textContent = `${knownWordCount} of ${count(wordCount, "word")} known${familiar} · predicted in ${milliseconds.toFixed(1)} ms`;
}

function warning({ wordCount, knownWordCount, familiarity }) {
  const nothing = "so the prediction says nothing about it.";
  if (wordCount === 0) return `The text has no words, ${nothing}`;
  if (knownWordCount === 0) return `No known words: the model knows none of the text's words, ${nothing}`;
  return familiarity < 0.05 ? "The text doesn't resemble the training texts, so the prediction may mean little." : "";
}

function severalLabels(labels) {
  const applying = labels.filter(one => one.probability >= 0.5);
  if (applying.length === 0) return ["No label applies"];
  return applying.flatMap(({ label }, i) => i === 0 ? [make("bdi", label)] : [", ", make("bdi", label)]);
}

function row({ label, probability }, applies, isExplained, choose) {
  const fill = make("span");
  fill.style.width = `${probability * 100}%`;
  const button = make("button", [
    make("bdi", label, applies ? { class: "applies" } : {}),
    make("span", percent(probability)),
    make("span", fill, { class: "bar", "aria-hidden": "true" }),
  ], { type: "button", "aria-pressed": `${isExplained}`, title: "Explain this label" });
  button.addEventListener("click", () => choose(label));
  return make("li", button);
}

/** Shades the words by what they contribute. */
function shade(text, words) {
  const byStrength = words.filter(word => word.contribution !== 0).sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const pieces = document.createDocumentFragment();
  let end = 0;
  for (const { start, length, contribution } of words) {
    if (start < end || contribution === 0) continue;
    const look = contribution > 0 ? "for" : "against";
    const span = make("span", text.slice(start, start + length), { class: look, title: signed(contribution) });
    span.style.setProperty("--share", Math.abs(contribution / byStrength[0].contribution).toFixed(3));
    pieces.append(text.slice(end, start), span);
    end = start + length;
  }
  at("shaded").replaceChildren(pieces, text.slice(end));
  at("strongest").replaceChildren(...byStrength.slice(0, 4).flatMap(({ start, length, contribution }, i) => [
    i === 0 ? "Strongest: “" : ", “", make("bdi", text.slice(start, start + length)), `” ${signed(contribution)}`,
  ]));
}

const signed = number => `${number < 0 ? "−" : "+"}${Math.abs(number).toFixed(2)}`;
