import { isRunning } from './live.js';

// Two clocks are read, one of them in whole seconds: better an old avatar once more than a new one never.
const margin = 2_000;

/** Which of a session's scenes a studio takes up: the newest that is under way, and then whatever comes up. */
export class Arrivals {
  #known = new Set();
  #passed = new Set();
  #since = NaN;
  #isFirstList = true;
  #hasSeen = false;

  /** Forgets what was seen so far; who has seen nothing yet tells old from new by when it was made. */
  startOver(shown) {
    shown.forEach(id => this.#known.add(id));
    this.#passed = new Set(this.#known);
    this.#since = Date.now();
    this.#isFirstList = true;
  }

  pass(id) {
    this.#passed.add(id);
  }

  /** The scene to take up, if any, of a list that begins with the newest, by the service's clock as it read then. */
  newestOf(items, clock) {
    if (this.#isFirstList) {
      const since = this.#since + clock - Date.now() - margin;
      items.filter(scene => this.#isOld(scene, since)).forEach(({ id }) => this.#passed.add(id));
    }
    this.#isFirstList = false;
    this.#hasSeen = true;
    items.forEach(({ id }) => this.#known.add(id));
    return items.find(({ id }) => !this.#passed.has(id)) ?? null;
  }

  #isOld(scene, since) {
    if (Number.isNaN(since)) {
      return !isRunning(scene);
    }
    return Date.parse(scene.createdAt) < since && !(this.#hasSeen && isRunning(scene));
  }
}
