import './scene-status.js';
import { isRunning } from './live.js';
import { Lookout } from './lookout.js';
import { common, isEntry, isGone, isNobody, make, serviceOf, sheetOf, tell } from './parts.js';
import { languageOf, textsFor } from './texts.js';
import { wisher } from './wish.js';

const studioSheet = sheetOf(`
  .waiting { padding: 3rem 1.5rem; border-radius: var(--round); background: var(--ground); text-align: center; }
  .waiting p { margin-top: .5rem; }
  .waiting progress { width: 10rem; margin: 1.5rem auto 0; }
  .waiting progress:indeterminate {
    background: linear-gradient(90deg, transparent, var(--accent), transparent) 0 0 / 50% 100% no-repeat;
    animation: wander 1.6s ease-in-out infinite alternate;
  }
  .waiting progress::-webkit-progress-bar { background: transparent; }
  @keyframes wander { from { background-position: -20% 0; } to { background-position: 120% 0; } }
  fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  legend { padding: 0; }
  .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr)); margin-top: 1rem; }
  label {
    position: relative;
    display: block;
    border-radius: var(--round);
    box-shadow: 0 0 0 1px var(--ink-soft);
    overflow: hidden;
    cursor: pointer;
  }
  label input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  label:has(:checked) { box-shadow: 0 0 0 3px var(--accent); }
  label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 5px; }
  label img { display: block; width: 100%; aspect-ratio: 16 / 9; object-fit: cover; background: var(--ground); }
  label span { display: block; padding: 0 1rem; }
  label .name { padding-top: .75rem; font-weight: 600; }
  label .about { padding-bottom: 1rem; font-size: .875rem; }
  @media (forced-colors: active) { label { border: 1px solid; } label:has(:checked) { outline: 3px solid Highlight; } }
`);

/** The way from an avatar to its scene: waits for the avatar, lets the theme be chosen, and shows the painting. */
class SceneStudio extends HTMLElement {
  static observedAttributes = ['base', 'token', 'scene', 'lang'];

  #service = null;
  #texts = null;
  #root = null;
  #lookout = new Lookout();
  #turn = 0;
  #passed = null;
  #known = new Set();
  #forgotten = new Set();
  #themes = null;
  #view = '';
  #refused = null;
  #wish = wisher();

  connectedCallback() {
    this.#root ??= this.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [common, studioSheet];
    this.#lookout.open();
    this.#begin();
  }

  disconnectedCallback() {
    this.#lookout.close();
    this.#turn++;
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || !this.#root || before === now) {
      return;
    }
    const status = this.#root.querySelector('scene-status');
    if (name === 'token' && status) {
      status.setAttribute('token', now ?? '');
    } else if (name === 'token' && this.#view === 'theme') {
      this.#pressAgain();
    } else {
      this.#begin();
    }
  }

  /** What was refused to an old token goes on by the new one; once, so that two who refuse each other come to an end. */
  #pressAgain() {
    const press = isNobody(this) ? null : this.#refused;
    if (press) {
      this.#refused = null;
      press();
    }
  }

  /** Forgets the scene that is shown and whatever came up before, and waits for the next avatar. */
  startOver() {
    const shown = this.#root?.querySelector('scene-status')?.getAttribute('scene');
    [shown, this.getAttribute('scene')].filter(Boolean).forEach(id => this.#known.add(id));
    this.#forgotten = new Set(this.#known);
    this.#passed = null;
    this.#view = '';
    this.removeAttribute('scene');
    this.#begin();
  }

  #begin() {
    this.#lookout.reset();
    this.#texts = textsFor(languageOf(this));
    this.#service = serviceOf(this);
    this.#themes = null;
    this.#turn++;
    if (isNobody(this)) {
      this.#showWaiting();
    } else {
      this.#step(this.#turn);
    }
  }

  async #step(turn) {
    try {
      const scene = await this.#find();
      if (turn !== this.#turn) {
        return;
      }
      if (scene === null) {
        this.#showWaiting();
      } else if (scene.status === 'awaitingTheme') {
        await this.#showThemes(scene, turn);
        return;
      } else {
        this.#showScene(scene.id);
        return;
      }
    } catch (error) {
      if (turn !== this.#turn) {
        return;
      }
      this.#complain(error);
      if (isGone(error) && this.getAttribute('scene')) {
        tell(this, 'scene-gone', { status: error.status });
        return;
      }
      if (isEntry(error)) {
        return;
      }
      this.#lookout.holdBack(error.retryAfter ?? 0);
    }
    this.#lookout.later(() => this.#step(turn));
  }

  /** The scene that is named, or else the newest that is under way or came up since this element did. */
  async #find() {
    const named = this.getAttribute('scene');
    if (named) {
      return this.#service.call('GET', `api/scenes/${named}`);
    }
    const { items } = await this.#service.call('GET', 'api/scenes?limit=20');
    this.#passed ??= new Set([...this.#forgotten, ...items.filter(scene => !isRunning(scene)).map(scene => scene.id)]);
    items.forEach(({ id }) => this.#known.add(id));
    return items.find(scene => !this.#passed.has(scene.id)) ?? null;
  }

  #complain(error, otherwise = this.#texts.lost) {
    const place = this.#root.querySelector('.trouble');
    const text = isEntry(error) ? this.#texts.entry : isGone(error) ? this.#texts.gone : otherwise;
    if (place) {
      place.textContent = text;
    } else {
      this.#display('trouble', make('p', { class: 'trouble', role: 'status' }, text));
    }
    if (isEntry(error)) {
      tell(this, 'token-expired', { status: error.status });
    }
  }

  #display(view, ...nodes) {
    const hadView = this.#view !== '';
    this.#view = view;
    this.#refused = null;
    this.#root.replaceChildren(...nodes);
    tell(this, 'studio-step', { step: view });
    if (hadView) {
      this.#root.querySelector('h2')?.focus({ preventScroll: true });
    }
  }

  #showWaiting() {
    if (this.#view !== 'avatar') {
      this.#display('avatar', make('div', { class: 'waiting', part: 'waiting' },
        make('h2', { tabindex: '-1' }, this.#texts.waiting),
        make('p', { class: 'soft' }, this.#texts.waitingMore),
        make('progress', { 'aria-label': this.#texts.waiting }),
        make('p', { class: 'trouble soft', role: 'status' })));
    }
    this.#root.querySelector('.trouble').textContent = '';
  }

  async #showThemes(scene, turn = this.#turn) {
    const themes = this.#themes ?? await this.#service.call('GET', 'api/themes');
    if (turn !== this.#turn) {
      return;
    }
    this.#themes = themes;
    const cards = themes.map(theme => make('label', { part: 'theme' },
      make('input', { type: 'radio', name: 'theme', value: theme.id, required: true }),
      ...(theme.previewUrl ? [make('img', { src: this.#service.urlOf(theme.previewUrl), alt: '' })] : []),
      make('span', { class: 'name' }, theme.name),
      make('span', { class: 'about soft' }, theme.description)));
    const press = event => {
      event.preventDefault();
      this.#choose(event.target, scene, { isFirst: true });
    };
    this.#display('theme', make('form', { submit: press },
      make('fieldset', {},
        make('legend', {}, make('h2', { tabindex: '-1' }, this.#texts.themeTitle)),
        make('div', { class: 'cards', part: 'themes' }, ...cards)),
      make('p', { class: 'trouble', role: 'alert' }),
      make('div', { class: 'actions' }, make('button', { class: 'button primary', part: 'button' }, this.#texts.make))));
  }

  async #choose(form, scene, { isFirst }) {
    const theme = new FormData(form).get('theme');
    const token = this.getAttribute('token');
    const button = form.querySelector('button');
    this.#refused = null;
    button.disabled = true;
    try {
      const { id } = scene.status === 'awaitingTheme'
        ? await this.#service.call('PUT', `api/scenes/${scene.id}/theme`, { body: { theme } })
        : await this.#wish(this.#service, 'api/scenes', {
          avatarUrl: scene.avatarUrl, avatarId: scene.avatarId, sessionId: scene.sessionId, theme,
        });
      tell(this, 'theme-chosen', { scene: id, theme });
      this.#showScene(id);
    } catch (error) {
      button.disabled = false;
      if (isEntry(error) && isFirst) {
        this.#refused = () => this.#choose(form, scene, { isFirst: false });
        if (token !== this.getAttribute('token')) {
          this.#pressAgain();
          return;
        }
      }
      this.#complain(error, this.#texts.unsent);
      if (error.message && !(isEntry(error) && isFirst)) {
        this.#root.querySelector('.trouble').textContent = error.message;
      }
    }
  }

  #showScene(id) {
    const status = make('scene-status', {
      scene: id,
      base: this.#service.urlOf(''),
      token: this.getAttribute('token'),
      lang: languageOf(this),
      exportparts: 'frame, picture, title, details, progress, actions, button',
    });
    const again = make('button', { type: 'button', class: 'button', part: 'button', hidden: true, click: () => this.#chooseAgain(again, status.value) }, this.#texts.again);
    status.addEventListener('scene-change', ({ detail }) => {
      again.hidden = !detail.image && !['failed', 'canceled', 'expired'].includes(detail.status);
    });
    this.#display('scene', status, make('p', { class: 'trouble soft', role: 'status' }), make('div', { class: 'actions' }, again));
  }

  async #chooseAgain(button, scene) {
    button.disabled = true;
    try {
      await this.#showThemes(scene);
    } catch (error) {
      button.disabled = false;
      this.#complain(error, error.message || this.#texts.unsent);
    }
  }
}

if (!customElements.get('scene-studio')) {
  customElements.define('scene-studio', SceneStudio);
}
