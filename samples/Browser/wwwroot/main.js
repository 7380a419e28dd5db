import { at, bytes, count, onDrop, onFile, show } from "./page.js";
import { showFigures, showProgress } from "./figures.js";
import { showPrediction } from "./prediction.js";
import { Runtime } from "./runtime.js";

const reviewCount = 600;
let predictor;    // the runtime that predicts
let trainer;      // the runtime of the training that runs, if any
let model;        // { name, file, info } of the open model
let source;       // { name, file } of the texts trained on
let explained;    // the label that the user chose to explain
let wanted = null, isPredicting = false;

await offline();
start();

/** Keeps all files, so that the page works without the server from now on. Without HTTPS, a browser doesn't allow it. */
async function offline() {
  if (!navigator.serviceWorker) return;
  const { serviceWorker } = navigator;
  const controlled = new Promise(resolve => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  const registered = serviceWorker.register("offline.js").then(() => serviceWorker.controller ?? controlled).catch(() => {});
  await Promise.race([registered, new Promise(resolve => setTimeout(resolve, 3000))]);
}

async function start() {
  predictor = new Runtime(({ loaded, total }) => {
    if (!total) return;
    at("loading-bar").max = total;
    at("loading-bar").value = loaded;
  });
  try {
    await predictor.ready;
  } catch (problem) {
    at("loading").className = "failed";
    at("loading-text").textContent =
      `The library can't be loaded: ${problem.message}. Reload the page; it needs a browser with WebAssembly SIMD.`;
    at("loading-bar").hidden = true;
    return;
  }
  at("loading").hidden = true;
  for (const id of ["texts-file", "reviews", "model-file"]) at(id).disabled = false;
}

async function train(name, file, holdsOut) {
  source = { name, file };
  show("training-error");
  at("training-status").textContent = "";
  at("figures").hidden = at("epochs").hidden = true;
  at("epoch-rows").replaceChildren();
  at("training-bar").value = 0;
  at("training-now").textContent = "Reading the texts …";
  setTraining(true);
  trainer = new Runtime(({ progress }) => progress && showProgress(progress, holdsOut));
  try {
    const result = await trainer.call("NewModel", "Train", file, name, settings(holdsOut));
    const trained = await trainer.call("NewModel", "File");
    await openModel(`${name.replace(/\.[^.]+$/, "") || "model"}.safetensors`, trained);
    showFigures(result, name);
    at("training-status").textContent = "Training is done. The model is open: type a text.";
  } catch (problem) {
    at("epochs").hidden = true;
    if (problem) showError(problem.message);
    else at("training-status").textContent = `Training was cancelled.${model ? " The model before is still open." : ""}`;
  } finally {
    trainer.end();
    setTraining(false);
  }
}

/** Shows a message of the library, and where the page has the options that it names. */
function showError(message) {
  const isAboutSettings = message.includes("LabeledTextFileOptions");
  if (isAboutSettings) at("settings").open = true;
  show("training-error", isAboutSettings ? `${message}\nIn this page, these options are under Settings.` : message);
}

function settings(holdsOut) {
  return JSON.stringify({
    labelColumns: at("label-columns").value,
    textColumns: at("text-columns").value,
    labelSeparator: at("label-separator").value,
    format: at("format").value,
    encoding: at("encoding").value,
    networks: Number(at("networks").value),
    holdsOut,
  });
}

function setTraining(runs) {
  const isWatched = document.activeElement === at("cancel");
  at("training").hidden = !runs;
  for (const id of ["texts-file", "reviews", "model-file"]) at(id).disabled = runs;
  if (runs) at("cancel").focus();
  else if (isWatched) at(at("figures").hidden ? "texts-file" : "save").focus();
}

async function openModel(name, file) {
  show("model-error");
  const info = await predictor.call("OpenModel", "Open", file);
  model = { name, file, info };
  explained = undefined;
  at("model").textContent = `${name}: ${count(info.labels.length, "label")}${info.several ? ", several per text" : ""}, `
    + `${count(info.words, "word")}, ${bytes(info.bytes)}${info.calibrated ? ", calibrated" : ""}`;
  at("text").disabled = false;
  predict();
}

/** Predicts the text as it is now; of the texts typed meanwhile, only the last one. */
async function predict() {
  wanted = at("text").value;
  at("result").hidden = wanted === "" || !model;
  at("result").setAttribute("aria-busy", "true");
  if (isPredicting || !model) return;
  isPredicting = true;
  try {
    while (wanted !== null) {
      const text = wanted;
      wanted = null;
      showPrediction(text, await predictor.call("OpenModel", "Predict", text, explained ?? null), choose);
    }
  } catch (problem) {
    show("model-error", problem?.message);
  } finally {
    isPredicting = false;
    at("result").setAttribute("aria-busy", "false");
  }
}

function choose(label) {
  explained = label;
  predict().then(() => at("labels").querySelector("[aria-pressed=true]")?.focus());
}

async function content(file) {
  return new Uint8Array(await file.arrayBuffer());
}

async function trainOn(file) {
  try {
    await train(file.name, await content(file), true);
  } catch (problem) {
    show("training-error", `${file.name} can't be read: ${problem.message}`);
  }
}

async function open(file) {
  try {
    await openModel(file.name, await content(file));
    at("text").focus();
  } catch (problem) {
    show("model-error", `${file.name}: ${problem.message}`);
  }
}

onFile("texts-file", trainOn);
onDrop(() => !at("texts-file").disabled, file => file.name.endsWith(".safetensors") ? open(file) : trainOn(file));
at("cancel").addEventListener("click", () => trainer.end());
at("train-on-all").addEventListener("click", () => train(source.name, source.file, false));
at("text").addEventListener("input", predict);

at("reviews").addEventListener("click", async () => {
  try {
    const lines = (await (await fetch("reviews.tsv")).text()).split("\n").slice(0, reviewCount);
    await train("reviews.tsv", new TextEncoder().encode(lines.join("\n")), true);
  } catch (problem) {
    show("training-error", `The reviews can't be loaded: ${problem.message}`);
  }
});

onFile("model-file", open);

at("save").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([model.file]));
  link.download = model.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
});
