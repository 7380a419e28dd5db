/** Elements and texts of the page. Whatever comes from a file or a user is set as text, never as markup. */
export const at = id => document.getElementById(id);

export const percent = (fraction, digits = 1) => `${(fraction * 100).toFixed(digits)} %`;

export const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

export const bytes = number => number < 1e6 ? `${Math.ceil(number / 1e3)} kB` : `${(number / 1e6).toFixed(1)} MB`;

/** Creates an element with a text or children. */
export function make(tag, content = "", attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...[content].flat());
  return element;
}

/** Shows a text in an element, which is hidden without one. */
export function show(id, text) {
  at(id).textContent = text ?? "";
  at(id).hidden = !text;
}

/** Calls with the chosen file, and lets the same file be chosen again. */
export function onFile(id, take) {
  at(id).addEventListener("change", event => {
    const [file] = event.target.files;
    event.target.value = "";
    if (file) take(file);
  });
}

/** Calls with a file that is dropped anywhere on the page, which the browser would otherwise show in place of the page. */
export function onDrop(isFree, take) {
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    document.addEventListener(name, event => {
      event.preventDefault();
      document.documentElement.classList.toggle("over", isFree() && (name === "dragenter" || name === "dragover"));
    });
  }
  document.addEventListener("drop", event => {
    const [file] = event.dataTransfer.files;
    if (file && isFree()) take(file);
  });
}
