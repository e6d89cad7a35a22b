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

/** A sheet that a page's policy for styles does not forbid, for it stands in no markup. */
export function sheetOf(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

const baseOf = element => new URL(element.getAttribute('base')?.replace(/\/*$/, '/') ?? home, document.baseURI);

/** The service as an element's attributes name it: its address, and who asks. */
export const serviceOf = element => serviceAt({
  base: baseOf(element),
  token: () => element.getAttribute('token'),
  language: () => languageOf(element),
});

/** A page of another origin is nobody to the service until it has a token, and asks for nothing before. */
export const isNobody = element =>
  !element.getAttribute('token') && baseOf(element).origin !== new URL(document.baseURI).origin;

/** Whether the service refused who asked, and not what was asked. */
export const isEntry = ({ status }) => status === 401 || status === 403;

export const isGone = ({ status }) => status === 404 || status === 410;

export function tell(element, name, detail) {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

export const common = sheetOf(`
  :host {
    display: block;
    color-scheme: light dark;
    color: var(--scene-ink, light-dark(#1b2127, #eceff1));
    font: 1rem/1.5 system-ui, sans-serif;
    --ink-soft: var(--scene-soft, light-dark(#565f69, #a4aeb7));
    --ground: var(--scene-ground, light-dark(#eceae3, #22272c));
    --accent: var(--scene-accent, light-dark(#0b6b5b, #7fdcc6));
    --on-accent: var(--scene-on-accent, light-dark(#ffffff, #06231d));
    --round: var(--scene-round, 16px);
  }
  :host([hidden]), [hidden] { display: none !important; }
  * { box-sizing: border-box; }
  h2, p { margin: 0; }
  h2 { font-size: 1.375rem; line-height: 1.2; text-wrap: balance; }
  h2:focus { outline: none; }
  .soft { color: var(--ink-soft); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
  .actions { display: flex; flex-wrap: wrap; gap: .625rem; margin-top: 1rem; }
  .button {
    display: inline-flex;
    align-items: center;
    min-height: 2.75rem;
    padding: .5rem 1.25rem;
    border: 1px solid var(--ink-soft);
    border-radius: 999px;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
  }
  .button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  .button[disabled] { opacity: .6; cursor: progress; }
  progress {
    appearance: none;
    display: block;
    width: 100%;
    height: 8px;
    border: 0;
    border-radius: 999px;
    background: var(--ground);
    overflow: hidden;
  }
  progress::-webkit-progress-bar { background: var(--ground); }
  progress::-webkit-progress-value { background: var(--accent); border-radius: 999px; transition: width .8s ease-out; }
  progress::-moz-progress-bar { background: var(--accent); }
  @media (forced-colors: active) { progress { appearance: auto; } .button.primary { border: 2px solid Highlight; } }
  @media (prefers-reduced-motion: reduce) {
    *, *::before { animation: none !important; transition: none !important; }
    progress::-webkit-progress-value { transition: none !important; }
  }
`);
