/** Where the reader is, if anywhere: as in a browser, what goes away or is disabled holds nobody. */
let focused = null;

const rootOf = node => (node.parent ? rootOf(node.parent) : node);
const hostOf = node => rootOf(node).host ?? null;
const withAllIn = node => [node, ...[...node.children, ...(node.root ? [node.root] : [])]
  .filter(child => child instanceof Node).flatMap(withAllIn)];
const isWithin = (node, place) => node !== null && (node === place || isWithin(node.parent ?? node.host ?? null, place));

/** As much of a browser's page as the modules of the pages need where no browser is. */
class Node extends EventTarget {
  isInPage = false;
  hidden = false;
  parent = null;
  dataset = {};
  children = [];
  style = { setProperty: () => {} };
  #attributes = new Map();
  #text = '';
  #isDisabled = false;
  classes = new Set();
  classList = { toggle: (name, isOn) => (isOn ? this.classes.add(name) : this.classes.delete(name)) };

  constructor(name = 'element') {
    super();
    this.localName = name;
  }

  get isConnected() { return rootOf(this).isInPage || (hostOf(this)?.isConnected ?? false); }
  get textContent() { return this.#text + this.children.map(child => child.textContent ?? child).join(''); }
  set textContent(text) { this.#text = text; this.replaceChildren(); }
  get disabled() { return this.#isDisabled; }
  set disabled(isSo) {
    this.#isDisabled = isSo;
    focused = isSo && focused === this ? null : focused;
  }
  /** As it looks from here: who is in a shadow tree is where its host is. */
  get activeElement() {
    let place = focused;
    while (place && rootOf(place) !== this && hostOf(place)) {
      place = hostOf(place);
    }
    return place && (this === document || rootOf(place) === this) ? place : this.body ?? null;
  }
  get href() { return this.getAttribute('href'); }
  get src() { return this.getAttribute('src'); }
  get className() { return this.getAttribute('class') ?? ''; }
  set className(names) { this.setAttribute('class', names); }
  set href(address) { this.setAttribute('href', address); }
  set src(address) { this.setAttribute('src', address); }

  getAttribute(name) { return this.#attributes.get(name) ?? null; }
  setAttribute(name, value) {
    const before = this.getAttribute(name);
    this.#attributes.set(name, String(value));
    if (name === 'hidden') {
      this.hidden = true;
    }
    this.#tell(name, before, String(value));
  }
  removeAttribute(name) {
    const before = this.getAttribute(name);
    if (this.#attributes.delete(name)) {
      this.#tell(name, before, null);
    }
  }
  hasAttribute(name) { return this.#attributes.has(name); }
  #tell(name, before, now) {
    if (this.constructor.observedAttributes?.includes(name)) {
      this.attributeChangedCallback(name, before, now);
    }
  }
  append(...nodes) {
    this.children.push(...nodes);
    this.#adopt(nodes);
  }
  #adopt(nodes) {
    const come = nodes.filter(node => node instanceof Node && node.parent !== this);
    come.forEach(node => { node.parent = this; });
    if (this.isConnected) {
      come.flatMap(withAllIn).forEach(node => node.connectedCallback?.());
    }
  }
  #release(nodes) {
    const wasConnected = this.isConnected;
    nodes.forEach(node => { node.parent = null; });
    if (wasConnected) {
      nodes.flatMap(withAllIn).forEach(node => node.disconnectedCallback?.());
    }
  }
  insertBefore(node, next) {
    this.children = this.children.filter(child => child !== node);
    this.children.splice(next ? this.children.indexOf(next) : this.children.length, 0, node);
    node.remove = () => { this.children = this.children.filter(child => child !== node); };
    this.#adopt([node]);
  }
  replaceChildren(...nodes) {
    const gone = this.children.filter(child => child instanceof Node && !nodes.includes(child));
    focused = gone.some(child => isWithin(focused, child)) ? null : focused;
    this.children = nodes;
    this.#release(gone);
    this.#adopt(nodes);
  }
  attachShadow() { return (this.root = Object.assign(new Node('root'), { host: this })); }
  closest() { return null; }
  focus() { focused = this.disabled ? focused : this; }
  remove() {}
  reset() {}
  close() { this.open = false; }
  showModal() { this.open = true; }
  contains(node) { return node !== null && (node === this || this.contains(node.parent)); }
  toggleAttribute() {}
  getContext() { return { putImageData: () => {} }; }
  all() { return this.children.flatMap(child => (child instanceof Node ? [child, ...child.all()] : [])); }
  querySelector(name) { return this.querySelectorAll(name)[0] ?? null; }
  querySelectorAll(name) {
    const isIt = name.startsWith('.')
      ? node => node.getAttribute('class')?.split(' ').includes(name.slice(1))
      : node => node.localName === name;
    return this.all().filter(isIt);
  }
}

const elements = new Map();
globalThis.HTMLElement = Node;
globalThis.CSSStyleSheet = class { replaceSync() {} };
globalThis.customElements = { get: name => elements.get(name), define: (name, type) => elements.set(name, type) };
const page = new EventTarget();
globalThis.addEventListener = page.addEventListener.bind(page);
globalThis.navigator ??= { language: 'en' };
globalThis.location = new URL('http://service.test/');
globalThis.document = Object.assign(new Node('document'), {
  hidden: false,
  baseURI: 'http://service.test/',
  documentElement: new Node('html'),
  body: new Node('body'),
  createElement: name => make(name),
});

/** An element of this name, with these attributes. */
export function make(name, attributes = {}) {
  const node = new (elements.get(name) ?? Node)(name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
}

/** Puts it into the page. */
export function connect(node) {
  if (!node.isConnected) {
    node.isInPage = true;
    withAllIn(node).forEach(one => one.connectedCallback?.());
  }
  return node;
}

/** Takes it out of the page. */
export function remove(node) {
  if (node.isInPage) {
    node.isInPage = false;
    withAllIn(node).forEach(one => one.disconnectedCallback?.());
  }
}

/** The page of the service in English, in which every place that is looked for is there. */
export function openPage(words) {
  const places = new Map([['#words', { textContent: words }]]);
  const find = selector => {
    if (!places.has(selector)) {
      places.set(selector, Object.assign(new Node(), { querySelector: find }));
    }
    return places.get(selector);
  };
  document.querySelector = find;
  return find;
}

/** As the browser tells the page: "online", "popstate". */
export const happen = name => page.dispatchEvent(new Event(name));

/** Waits until it is so, and says what it is. */
export async function until(look) {
  for (let turn = 0; turn < 500; turn++) {
    const found = look();
    if (found) {
      return found;
    }
    await new Promise(resolve => { setTimeout(resolve, 10); });
  }
  throw new Error(`It never came to ${look}`);
}

/** Lets what is under way go on, where no timer runs by itself. */
export async function settle() {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise(setImmediate);
  }
}

export const json = (body, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** As where the network is gone, or was before the answer came. */
export const noAnswer = () => { throw new TypeError('fetch failed'); };

/** Answers every request by the first of these routes ("GET path") that fits; what was asked is kept. */
export function serve(routes) {
  const asked = [];
  globalThis.fetch = async (url, { method, headers, body, signal }) => {
    const { pathname, search } = new URL(url);
    const order = `${method} ${pathname}${search}`;
    asked.push(order);
    const answer = routes[Object.keys(routes).find(route => order === route || order.startsWith(`${route}?`))];
    return answer === undefined ? json({}, 404) : answer({ headers, body, signal });
  };
  return asked;
}
