/** Elements and texts of the page. Whatever comes from a user or a file is set as text, never as markup. */
export const at = id => document.getElementById(id);

export const percent = (fraction, digits = 1) => `${(fraction * 100).toFixed(digits)} %`;

export const number = value => value.toLocaleString("en");

export const count = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

/** Creates an element with a text or children. */
export function make(tag, content = "", attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...[content].flat().filter(one => one !== null));
  return element;
}

/** Shows a text in an element, which is hidden without one. */
export function show(id, text) {
  at(id).textContent = text ?? "";
  at(id).hidden = !text;
}

/** A text whose words are shaded by their share, from −1 to 1. */
export function shaded(text, words) {
  const pieces = document.createDocumentFragment();
  let end = 0;
  for (const { start, length, share } of words) {
    if (start < end || share === 0) continue;
    const span = make("span", text.slice(start, start + length), { class: share > 0 ? "for" : "against" });
    span.style.setProperty("--share", Math.abs(share));
    pieces.append(text.slice(end, start), span);
    end = start + length;
  }
  pieces.append(text.slice(end));
  return pieces;
}
