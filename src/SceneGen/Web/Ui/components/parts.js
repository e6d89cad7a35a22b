import { serviceAt } from './service.js';
import { languageOf } from './texts.js';

const home = new URL('..', import.meta.url);

/** An element with attributes; a function among them listens. */
export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      node.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  node.append(...children);
  return node;
}

/** An element that asks the service as its attributes and its token say. */
export class ServiceElement extends HTMLElement {
  static observedAttributes = ['base', 'token', 'scene', 'lang'];

  #token = null;

  /** Who asks. Unlike the attribute it stands in no markup, where whoever records or styles a page reads it too. */
  get token() {
    return this.#token ?? this.getAttribute('token');
  }

  set token(token) {
    const before = this.token;
    this.#token = token;
    this.attributeChangedCallback('token', before, this.token);
  }

  connectedCallback() {
    // A page may have set it before this script was there.
    if (Object.hasOwn(this, 'token')) {
      const { token } = this;
      delete this.token;
      this.token = token;
    }
  }
}

const baseOf = element => new URL(element.getAttribute('base')?.replace(/\/*$/, '/') ?? home, document.baseURI);

/** The service as an element names it: its address, and who asks. */
export const serviceOf = element => serviceAt({
  base: baseOf(element),
  token: () => element.token,
  language: () => languageOf(element),
});

/** A page of another origin is nobody to the service until it has a token, and asks for nothing before. */
export const isNobody = element =>
  !element.token && baseOf(element).origin !== new URL(document.baseURI).origin;

/** Whether the service refused who asked, and not what was asked. */
export const isEntry = ({ status }) => status === 401 || status === 403;

export const isGone = ({ status }) => status === 404 || status === 410;

export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** A live region repeats what is set again, so the same text is left alone. */
export function put(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

/** A line for what is wrong: with a press until the next one, with the way to the service until it is open again. */
export class Trouble {
  #said = { press: '', way: '' };

  constructor(attributes) {
    this.place = make('p', attributes);
  }

  say(of, text) {
    this.#said[of] = text;
    put(this.place, this.#said.press || this.#said.way);
  }

  complain(of, error, texts) {
    const otherwise = of === 'way' ? texts.lost : error.message || texts.unsent;
    this.say(of, isEntry(error) ? texts.entry : otherwise);
  }
}

/** Whether the reader is in a shadow tree: the focus is, or it was and is nowhere since what they pressed could not keep it. */
export class Presence {
  #root;
  #hasPressed = false;

  constructor(root) {
    this.#root = root;
  }

  press() {
    this.#hasPressed = true;
  }

  /** A button can be pressed again, and who pressed it has gone nowhere else. */
  release(button) {
    button.disabled = false;
    if (this.isHere()) {
      this.goTo(button);
    }
  }

  isHere() {
    return this.#root.activeElement !== null || (this.#hasPressed && this.#isNowhere());
  }

  /** Gives the focus to what is there now, if the reader is. */
  goTo(place) {
    this.#hasPressed = false;
    place?.focus({ preventScroll: true });
  }

  #isNowhere() {
    return document.activeElement === null || document.activeElement === document.body;
  }
}
