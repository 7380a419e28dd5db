import { at, count, make, percent } from "./page.js";

/** Shows how far a training is. */
export function showProgress({ epoch, epochCount, doneTextCount, textCount, loss, accuracy, remainingSeconds }, measures) {
  at("training-bar").value = (epoch - 1 + doneTextCount / textCount) / epochCount;
  const isEnd = epoch === epochCount && doneTextCount === textCount;
  const left = remainingSeconds > 1 ? ` · ${Math.round(remainingSeconds)} s left` : "";
  at("training-now").textContent = isEnd
    ? measures ? "Making the model small and measuring it on the held-out texts …" : "Making the model small …"
    : `Epoch ${epoch} of ${epochCount} · loss ${loss.toFixed(3)} · accuracy in training ${percent(accuracy)}${left}`;
  if (doneTextCount < textCount) return;
  const cells = [make("th", `${epoch}`, { scope: "row" }), make("td", loss.toFixed(4)), make("td", percent(accuracy))];
  at("epoch-rows").prepend(make("tr", cells));
  at("epochs").hidden = false;
}

/** Shows the figures of a training on its held-out texts. */
export function showFigures(result, name) {
  const { figures } = result;
  at("measured").hidden = !figures;
  at("train-on-all").hidden = !figures;
  if (figures) {
    const correct = Math.round(figures.accuracy * figures.texts);
    at("accuracy").textContent = percent(figures.accuracy);
    at("accuracy-note").textContent = `accuracy: ${correct.toLocaleString("en")} of ${count(figures.texts, "held-out text")} correct`;
    at("label-rows").replaceChildren(...figures.classes.map(one => make("tr", [
      make("th", make("bdi", one.label), { scope: "row" }),
      ...[one.precision, one.recall, one.f1].map(value => make("td", value.toFixed(2))),
      make("td", one.support.toLocaleString("en")),
    ])));
  }
  at("notes").replaceChildren(...notes(result, name).map(note => make("li", note)));
  at("figures").hidden = false;
}

function notes({ figures, form, trainingTextCount, heldOutTextCount, skippedTextCount, seconds, doubt, uncalibratedReason }, name) {
  const all = [`${name}: ${form}`, `Trained on ${count(trainingTextCount, "text")} in ${seconds.toFixed(1)} s.`];
  if (figures) {
    all.push(`Accuracy and the table are for a fifth of the texts, which training hasn't seen.`);
    all.push(`Expected calibration error: ${figures.expectedCalibrationError.toFixed(3)}; loss: ${figures.loss?.toFixed(3) ?? "none"}.`);
  } else if (heldOutTextCount === 0) {
    all.push("No texts were held out, so there are no figures.");
  }
  if (skippedTextCount > 0) all.push(`${count(skippedTextCount, "empty text")} skipped.`);
  if (uncalibratedReason) all.push(`The probabilities aren't calibrated: ${uncalibratedReason}.`);
  if (doubt) all.push(`Check the labels: ${doubt}`);
  return all;
}
