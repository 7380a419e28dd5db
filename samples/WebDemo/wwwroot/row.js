import { make, percent, shaded } from "./page.js";
import { labelButtons, press, store, takeNewLabel, undo } from "./labels.js";

const mostCharacters = 400;

/**
 * A row of a table: a text, what is said about it, and the choice of its label.
 * @returns { element, relabel }; relabel is called with the labels when they change
 */
export function tableRow(row, labels, { labelCharacters }, learned) {
  const message = make("span", "", { role: "status", class: "note" });
  const buttons = make("span", "", { class: "choices", role: "group", "aria-label": "Right label" });
  const open = make("button", "New label", { type: "button", class: "small", "aria-expanded": "false" });
  const form = newLabelForm(labelCharacters);
  const back = make("button", "Undo", { type: "button", class: "small" });
  const changed = async (result, said) => {
    row.correction = result.correction;
    press(buttons, row.correction?.label);
    if (!row.correction && document.activeElement === back) buttons.firstChild.focus();
    back.hidden = !row.correction;
    message.textContent = result.isStored ? said : result.message;
    message.classList.toggle("failed", !result.isStored);
    await learned(); // the labels may be others
    return result;
  };
  const choose = async label => changed(await store(row.text, label, row.correction), "Saved");
  const relabel = known => {
    const focused = buttons.contains(document.activeElement) ? document.activeElement.dataset.label : undefined;
    buttons.replaceChildren(...labelButtons(known.map(label => ({ label })), row.correction?.label, choose, "Label as"));
    if (focused !== undefined) (buttonOf(buttons, focused) ?? buttons.firstChild).focus();
  };
  const toggle = isOpen => {
    form.hidden = !isOpen;
    open.setAttribute("aria-expanded", `${isOpen}`);
    (isOpen ? form.querySelector("input") : open).focus();
  };
  open.addEventListener("click", () => toggle(form.hidden));
  takeNewLabel(form, async label => {
    const result = await changed(await store(row.text, label, row.correction, true), "Saved");
    if (result.isStored) {
      toggle(false);
      buttonOf(buttons, row.correction.label)?.focus();
    }
    return result;
  });
  back.hidden = !row.correction;
  back.addEventListener("click", async () => changed(await undo(row.text, row.correction), "Deleted"));
  relabel(labels);
  const element = make("div", [
    make("span", make("bdi", beginning(row)), { role: "cell", class: "text" }),
    make("span", row.said, { role: "cell", class: "said" }),
    make("div", [buttons, open, " ", back, form, " ", message], { role: "cell", class: "decision" }),
  ], { role: "row" });
  element.addEventListener("keydown", event => {
    if (event.key === "Escape" && !form.hidden) toggle(false);
    if (event.altKey || event.ctrlKey || event.metaKey || form.contains(event.target)) return;
    const button = buttons.children[Number(event.key) - 1];
    if (!button) return;
    event.preventDefault();
    button.click();
    (element.nextElementSibling?.querySelector("button") ?? button).focus();
  });
  return { element, relabel };
}

/** What the model says about a text. */
export function answerOf({ label, probability, doubt }) {
  return [
    make("bdi", label, { class: "name" }),
    ` ${percent(probability)} `,
    doubt ? make("span", "not sure", { class: "chip unsure", title: doubt }) : null,
  ].filter(one => one !== null);
}

function newLabelForm(labelCharacters) {
  const input = make("input", "", { dir: "auto", required: "", maxlength: labelCharacters });
  const form = make("form", [make("label", [make("span", "New label", { class: "unseen" }), input]), make("button", "Add", { class: "compact" })],
    { class: "new-label", autocomplete: "off" });
  form.hidden = true;
  return form;
}

const buttonOf = (buttons, label) => buttons.querySelector(`[data-label="${CSS.escape(label)}"]`);

/** The shaded beginning of a text. */
function beginning({ text, words = [] }) {
  if (text.length <= mostCharacters) return shaded(text, words);
  return [shaded(text.slice(0, mostCharacters), words.filter(word => word.start + word.length <= mostCharacters)), " …"];
}
