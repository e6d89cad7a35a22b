const [shortestRest, longestRest, growth] = [2_000, 15_000, 1.5];

/** Looks again and again: the longer nothing comes up, the longer it rests, and while nobody sees the page it does not look. */
export class Lookout {
  #timer = 0;
  #look = null;
  #rest = shortestRest;
  #notBefore = 0;
  #leaving = null;

  open() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    addEventListener('online', () => this.#hurry(), { signal });
    document.addEventListener('visibilitychange', () => this.#hurry(), { signal });
  }

  close() {
    this.#leaving.abort();
    this.reset();
  }

  reset() {
    clearTimeout(this.#timer);
    this.#look = null;
    this.#rest = shortestRest;
  }

  later(look) {
    const rest = this.#rest;
    this.#rest = Math.min(rest * growth, longestRest);
    this.#look = () => {
      this.#look = null;
      look();
    };
    if (!document.hidden) {
      this.#timer = setTimeout(this.#look, Math.max(rest, this.#notBefore - Date.now()));
    }
  }

  /** As the service asks for where it was asked too often. */
  holdBack(seconds) {
    this.#notBefore = Date.now() + seconds * 1_000;
  }

  /** Who is back, on the network or at the page, wants to know how it stands. */
  #hurry() {
    clearTimeout(this.#timer);
    if (this.#look && !document.hidden) {
      this.#rest = shortestRest;
      this.#timer = setTimeout(this.#look, Math.max(0, this.#notBefore - Date.now()));
    }
  }
}
