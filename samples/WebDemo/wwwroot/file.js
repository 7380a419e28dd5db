import { at, count, number, show } from "./page.js";
import { answerOf } from "./row.js";
import { table } from "./rows.js";
import { classifyFile } from "./server.js";

/** Classifies a file that is chosen, or dropped anywhere on the page. */
export function start(status, learned) {
  const take = file => classify(file, status, learned);
  at("file").addEventListener("change", event => {
    const [file] = event.target.files;
    if (file) take(file);
    event.target.value = ""; // the same file may be chosen again
  });
  for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
    document.addEventListener(name, event => {
      event.preventDefault();
      document.documentElement.classList.toggle("over", name === "dragenter" || name === "dragover");
    });
  }
  document.addEventListener("drop", event => {
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  });
}

async function classify(file, status, learned) {
  show("file-problem");
  at("file-answers").hidden = true;
  at("file-status").textContent = `Classifying ${file.name} …`;
  try {
    const { limits, labels } = await status();
    if (file.size > limits.fileBytes) {
      throw new Error(`${file.name} has ${number(file.size)} bytes; at most ${number(limits.fileBytes)} were expected. Split the file.`);
    }
    const { answers, unsureCount, blankCount } = await classifyFile(file);
    const blank = blankCount > 0 ? ` ${count(blankCount, "blank row")} left out.` : "";
    at("file-status").textContent = `${file.name}: ${count(answers.length, "text")}, ${number(unsureCount)} not sure, the doubts first.${blank} `
      + "In a row, the keys 1, 2, … choose a label.";
    at("file-answers").replaceChildren(...table(
      answers.map(answer => ({ ...answer, said: answerOf(answer) })),
      { name: `Texts of ${file.name}`, said: "The model says", labels, limits, learned, rowsAtOnce: 20 }));
    at("file-answers").hidden = false;
  } catch (problem) {
    at("file-status").textContent = "";
    show("file-problem", problem.message);
  }
}
