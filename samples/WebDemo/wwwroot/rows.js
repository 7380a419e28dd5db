import { make } from "./page.js";
import { labelsChanged } from "./learning.js";
import { tableRow } from "./row.js";

/**
 * A table of texts with buttons for their labels. Digit keys choose a label in the row that has the focus. Where labels change, its buttons do.
 * @param rows { text, words, correction, said } of each row; said is an element that shows what is said about the text
 * @param options { name, said, labels, limits, learned, rowsAtOnce }: the table's name, the title of the second column, the labels, the limits of the
 *   status, what is called after a correction, and how many rows are shown first
 */
export function table(rows, options) {
  const { rowsAtOnce, limits, learned } = options;
  let { labels } = options;
  const body = make("div", "", { role: "rowgroup" });
  const head = make("div", ["Text", options.said, "Right label"].map(title => make("span", title, { role: "columnheader" })), { role: "row", class: "unseen" });
  const element = make("div", [make("div", head, { role: "rowgroup" }), body], { role: "table", "aria-label": options.name, class: "texts" });
  const more = make("button", "", { type: "button" });
  const shown = [];
  const showMore = () => {
    const added = rows.slice(shown.length, shown.length + rowsAtOnce).map(row => tableRow(row, labels, limits, learned));
    body.append(...added.map(row => row.element));
    if (shown.length > 0) added[0].element.querySelector("button").focus();
    shown.push(...added);
    more.textContent = `Show more (${shown.length} of ${rows.length.toLocaleString("en")} shown)`;
    more.hidden = shown.length === rows.length;
  };
  more.addEventListener("click", showMore);
  showMore();
  document.addEventListener(labelsChanged, function change(event) {
    if (!element.isConnected) {
      document.removeEventListener(labelsChanged, change); // another table is in its place
      return;
    }
    labels = event.detail;
    for (const row of shown) row.relabel(labels);
  });
  return [element, make("p", more, { class: "row" })];
}
