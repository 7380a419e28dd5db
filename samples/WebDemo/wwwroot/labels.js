import { make, percent } from "./page.js";
import { correct } from "./server.js";

/** What the user reads until the model has learned a label. */
export const learns = "The model learns it in the background.";

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
 * Stores a label and says what became of it.
 * @returns the correction that the text has now, if any, and a sentence for the user
 */
export async function store(text, label, seen) {
  try {
    const { correction, isHeldOut } = await correct(text, label, seen?.version ?? 0);
    return {
      correction,
      isStored: true,
      message: isHeldOut
        ? `Saved: ${label}. The text tests the models, so none is trained on it.`
        : `Saved: ${label}. ${learns}`,
    };
  } catch (problem) {
    if (!problem.current) return { correction: seen, isStored: false, message: problem.message };
    const message = `Somebody else labeled this text ${problem.current.label} meanwhile. Your label wasn't saved; choose again to change theirs.`;
    return { correction: problem.current, isStored: false, message };
  }
}

/** Changes which button is pressed. */
export function press(buttons, label) {
  for (const button of buttons.querySelectorAll("button[data-label]"))
    button.setAttribute("aria-pressed", `${button.dataset.label === label}`);
}
