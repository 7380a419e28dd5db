/** The library in a worker of its own: calls are answered in order, and the page is never blocked. */
export class Runtime {
  #worker = new Worker("worker.js", { type: "module" });
  #waiting = new Map();
  #last = 0;

  /** @param {(message: object) => void} report Receives { loaded, total } while files load, and { progress } while a training runs. */
  constructor(report = () => {}) {
    this.ready = new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }) => {
        if (data.ready) resolve();
        else if (data.failed) reject(new Error(data.failed));
        else if (data.number) this.#answer(data);
        else report(data);
      };
      this.#worker.onerror = event => {
        event.preventDefault();
        const problem = new Error(event.message || "the worker can't be loaded");
        reject(problem);
        this.#fail(problem);
      };
    });
    this.ready.catch(() => {});
  }

  /** Calls a function of a type of the sample's C#. Fails with the library's own message. */
  call(type, call, ...values) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#last, { resolve, reject });
      this.#worker.postMessage({ number: this.#last, type, call, values });
    });
  }

  /** Stops at once whatever runs; its calls fail with a message of null. */
  end() {
    this.#worker.terminate();
    this.#fail(null);
  }

  #answer({ number, result, error }) {
    const { resolve, reject } = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  }

  #fail(problem) {
    for (const { reject } of this.#waiting.values()) reject(problem);
    this.#waiting.clear();
  }
}
