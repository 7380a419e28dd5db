import { make, percent } from "./page.js";
import { correct, deleteCorrection } from "./server.js";

/** What the user reads until the model has learned a label or forgotten one. */
export const learns = "The model learns it in the background.", forgets = "The model forgets it in the background.";

/**
 * Buttons that give a text its label, one per label.
 * @param probabilities the labels, with their probabilities or without
 * @param chosen the label that the text has; undefined if nobody chose one
 * @param choose called with the label of the button
 * @param name what a screen reader says before the label
 */
export function labelButtons(probabilities, chosen, choose, name) {
  return probabilities.map(({ label, probability }) => {
    const button = make("button", [make("span", `${name} `, { class: "unseen" }), make("bdi", label)], { type: "button", "aria-pressed": `${label === chosen}` });
    if (probability !== undefined) {
      const bar = make("span", make("span"), { class: "bar", "aria-hidden": "true" });
      bar.firstChild.style.width = `${probability * 100}%`;
      button.append(make("span", ` ${percent(probability)}`), bar);
    }
    button.dataset.label = label;
    button.addEventListener("click", () => choose(label));
    return button;
  });
}

/**
 * Gives a text the label that is typed into a form: one that there isn't yet, or one that there is.
 * @param form the form; its only input is the label
 * @param add called with the label; returns what store does
 */
export function takeNewLabel(form, add) {
  const input = form.querySelector("input");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const { isStored } = await add(input.value);
    if (isStored) input.value = "";
  });
}

/**
 * Stores a label and says what became of it.
 * @param isNew whether the label may be one that no text has yet
 * @returns the correction that the text has now, if any, and a sentence for the user
 */
export async function store(text, label, seen, isNew = false) {
  try {
    const { correction, isHeldOut } = await correct(text, label, seen?.version ?? 0, isNew);
    return {
      correction,
      isStored: true,
      message: isHeldOut
        ? `Saved: ${correction.label}. The text tests the models, so none is trained on it.`
        : `Saved: ${correction.label}. ${learns}`,
    };
  } catch (problem) {
    return notStored(problem, seen, "Your label wasn't saved; choose again to change theirs.");
  }
}

/** Deletes the correction of a text, and says what became of it, as store does; with the version of the deletion. */
export async function undo(text, seen) {
  try {
    const { deletedVersion } = await deleteCorrection(text, seen?.version ?? 0);
    return { correction: null, isStored: true, version: deletedVersion, message: `Deleted. ${forgets}` };
  } catch (problem) {
    return notStored(problem, seen, "It wasn't deleted; undo again to delete it.");
  }
}

function notStored(problem, seen, help) {
  if (problem.current === undefined) return { correction: seen, isStored: false, message: problem.message };
  const message = problem.current === null
    ? "Somebody else deleted the label of this text meanwhile. Yours wasn't saved; choose again to save it."
    : `Somebody else labeled this text ${problem.current.label} meanwhile. ${help}`;
  return { correction: problem.current, isStored: false, message };
}

/** Changes which button is pressed. */
export function press(buttons, label) {
  for (const button of buttons.querySelectorAll("button[data-label]"))
    button.setAttribute("aria-pressed", `${button.dataset.label === label}`);
}
