import { make, percent, shaded } from "./page.js";
import { labelButtons, press, store, undo } from "./labels.js";

const mostCharacters = 400;

/**
 * A table of texts with buttons for their labels. Digit keys choose a label in the row that has the focus.
 * @param rows { text, words, correction, said } of each row; said is an element that shows what is said about the text
 * @param options { name, said, labels, learned, rowsAtOnce }: the table's name, the title of the second column, the labels, what is called after a
 *   correction, and how many rows are shown first
 */
export function table(rows, options) {
  const { rowsAtOnce } = options;
  const body = make("div", "", { role: "rowgroup" });
  const head = make("div", ["Text", options.said, "Right label"].map(title => make("span", title, { role: "columnheader" })), { role: "row", class: "unseen" });
  const element = make("div", [make("div", head, { role: "rowgroup" }), body], { role: "table", "aria-label": options.name, class: "texts" });
  const more = make("button", "", { type: "button" });
  let shown = 0;
  const showMore = () => {
    const first = shown;
    body.append(...rows.slice(shown, shown + rowsAtOnce).map(row => tableRow(row, options)));
    shown = Math.min(rows.length, shown + rowsAtOnce);
    more.textContent = `Show more (${shown} of ${rows.length.toLocaleString("en")} shown)`;
    more.hidden = shown === rows.length;
    if (first > 0) body.children[first].querySelector("button").focus();
  };
  more.addEventListener("click", showMore);
  showMore();
  return [element, make("p", more, { class: "row" })];
}

function tableRow(row, { labels, learned }) {
  const message = make("span", "", { role: "status", class: "note" });
  const buttons = make("span", "", { class: "choices", role: "group", "aria-label": "Right label" });
  const back = make("button", "Undo", { type: "button", class: "small" });
  const changed = (result, said) => {
    row.correction = result.correction;
    press(buttons, row.correction?.label);
    back.hidden = !row.correction;
    message.textContent = result.isStored ? said : result.message;
    message.classList.toggle("failed", !result.isStored);
    learned();
  };
  const choose = async label => changed(await store(row.text, label, row.correction), "Saved");
  back.hidden = !row.correction;
  back.addEventListener("click", async () => {
    changed(await undo(row.text, row.correction), "Deleted");
    if (back.hidden) buttons.querySelector("button").focus();
  });
  buttons.append(...labelButtons(labels.map(label => ({ label })), row.correction?.label, choose, "Label as"));
  const element = make("div", [
    make("span", make("bdi", beginning(row)), { role: "cell", class: "text" }),
    make("span", row.said, { role: "cell", class: "said" }),
    make("span", [buttons, message, " ", back], { role: "cell", class: "decision" }),
  ], { role: "row" });
  element.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const button = buttons.children[Number(event.key) - 1];
    if (!button) return;
    event.preventDefault();
    button.click();
    (element.nextElementSibling?.querySelector("button") ?? button).focus();
  });
  return element;
}

/** The shaded beginning of a text. */
function beginning({ text, words = [] }) {
  if (text.length <= mostCharacters) return shaded(text, words);
  return [shaded(text.slice(0, mostCharacters), words.filter(word => word.start + word.length <= mostCharacters)), " …"];
}

/** What the model says about a text. */
export function answerOf({ label, probability, doubt }) {
  return [
    make("bdi", label, { class: "name" }),
    ` ${percent(probability)} `,
    doubt ? make("span", "not sure", { class: "chip unsure", title: doubt }) : null,
  ].filter(one => one !== null);
}
