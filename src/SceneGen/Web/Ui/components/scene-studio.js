import './scene-status.js';
import { Arrivals } from './arrivals.js';
import { keepsAvatar } from './fate.js';
import { isFinal } from './live.js';
import { Lookout } from './lookout.js';
import { isEntry, isGone, isNobody, make, Presence, put, ServiceElement, serviceOf, tell, Trouble } from './parts.js';
import { bodyOf } from './service.js';
import { common, studioSheet } from './sheets.js';
import { languageOf, textsFor } from './texts.js';
import { ThemeChoice } from './theme-choice.js';
import { wisher } from './wish.js';

/** The way from an avatar to its scene: waits for the avatar, lets the theme be chosen, and shows the painting. */
class SceneStudio extends ServiceElement {
  #service = null;
  #texts = null;
  #root = null;
  #said = null;
  #place = null;
  #presence = null;
  #trouble = null;
  #lookout = new Lookout();
  #arrivals = new Arrivals();
  #turn = 0;
  #themes = null;
  #choice = null;
  #refused = null;
  #view = '';
  #wish = wisher();

  connectedCallback() {
    super.connectedCallback();
    if (!this.#root) {
      this.#build();
    }
    this.#lookout.open();
    this.#begin();
  }

  #build() {
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [common, studioSheet];
    this.#said = make('p', { class: 'unseen', role: 'status' });
    this.#place = make('div');
    this.#root.append(this.#said, this.#place);
    this.#presence = new Presence(this.#root);
  }

  disconnectedCallback() {
    this.#lookout.close();
    this.#clear();
    this.#turn++;
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || !this.#root || before === now) {
      return;
    }
    const status = this.#root.querySelector('scene-status');
    if (name === 'token' && status) {
      status.token = this.token;
      const press = this.#refused;
      this.#refused = null;
      press?.();
    } else if (name === 'token' && this.#view === 'theme') {
      if (!isNobody(this)) {
        this.#choice.renew();
      }
    } else {
      if (name !== 'token') {
        this.#clear();
      }
      this.#begin();
    }
  }

  /** To the heading of what is shown, from where a reader goes on. */
  focus(options) {
    const [first] = ['scene-status', 'h2', '.trouble'].map(part => this.#root?.querySelector(part)).filter(Boolean);
    first?.focus(options);
  }

  /** Forgets the scene that is shown and whatever came up before, and waits for the next avatar. */
  startOver() {
    const shown = this.#root?.querySelector('scene-status')?.getAttribute('scene');
    this.#arrivals.startOver([shown, this.getAttribute('scene')].filter(Boolean));
    if (this.hasAttribute('scene')) {
      this.removeAttribute('scene');
    } else if (this.isConnected) {
      this.#clear();
      this.#begin();
    }
    if (this.isConnected) {
      this.#showWaiting();
    }
  }

  /** What was shown is not to be pressed any more. */
  #clear() {
    if (this.#presence.isHere()) {
      this.#presence.press();
    }
    this.#view = '';
    this.#choice?.close();
    this.#place.replaceChildren();
  }

  #begin() {
    this.#lookout.reset();
    this.#choice?.close();
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

  async #step(turn, look = () => this.#find(turn)) {
    try {
      const scene = await look();
      if (turn !== this.#turn) {
        return;
      }
      if (scene) {
        await this.#take(scene, turn);
        return;
      }
      this.#showWaiting();
    } catch (error) {
      if (turn !== this.#turn || !this.#isToBeTriedAgain(error)) {
        return;
      }
    }
    this.#lookout.later(() => this.#step(turn, look));
  }

  #isToBeTriedAgain(error) {
    if (isGone(error) && this.hasAttribute('scene')) {
      this.#miss(this.getAttribute('scene'), error);
      return false;
    }
    this.#complain(error);
    this.#lookout.holdBack(error.retryAfter ?? 0);
    return !isEntry(error);
  }

  /** The scene that is named, or else the newest that is under way or came up since this element did. */
  async #find(turn) {
    const named = this.getAttribute('scene');
    if (named) {
      return this.#service.call('GET', `api/scenes/${named}`);
    }
    const response = await this.#service.send('GET', 'api/scenes?limit=20');
    const { items } = await bodyOf(response);
    return turn === this.#turn ? this.#arrivals.newestOf(items, Date.parse(response.headers.get('Date'))) : null;
  }

  async #take(scene, turn) {
    if (scene.status === 'awaitingTheme') {
      await this.#showThemes(scene, turn);
    } else {
      this.#showScene(scene.id);
    }
  }

  /** A scene that was named is missed; any other makes way for the next avatar. */
  #miss(id, { status }) {
    const isNamed = this.getAttribute('scene') === id;
    if (isNamed) {
      this.#showTrouble();
      this.#trouble.say('way', this.#texts.gone);
    } else {
      this.#arrivals.pass(id);
      this.#clear();
      this.#begin();
    }
    tell(this, 'scene-gone', { status });
  }

  #complain(error, of = 'way') {
    if (this.#view === '') {
      this.#showTrouble();
    }
    this.#trouble.complain(of, error, this.#texts);
    if (isEntry(error)) {
      tell(this, 'token-expired', { status: error.status });
    }
  }

  #showTrouble() {
    this.#display('trouble', this.#troubleLine({ class: 'trouble', role: 'status', tabindex: '-1' }));
  }

  #troubleLine(attributes) {
    this.#trouble = new Trouble(attributes);
    return this.#trouble.place;
  }

  /** Who reads something else of the page is told, and not taken away from it. */
  #display(view, ...nodes) {
    const isReaderHere = this.#presence.isHere();
    this.#view = view;
    if (view !== 'theme') {
      this.#choice?.close();
    }
    this.#place.replaceChildren(...nodes);
    put(this.#said, isReaderHere ? '' : this.#place.querySelector('h2')?.textContent ?? '');
    tell(this, 'studio-step', { step: view });
    if (isReaderHere) {
      this.#presence.goTo(this);
    }
  }

  #showWaiting() {
    if (this.#view !== 'avatar') {
      const trouble = this.#troubleLine({ class: 'trouble soft', role: 'status' });
      this.#display('avatar', make('div', { class: 'waiting', part: 'waiting' },
        make('h2', { tabindex: '-1' }, this.#texts.waiting),
        make('p', { class: 'soft' }, this.#texts.waitingMore),
        make('progress', { 'aria-label': this.#texts.waiting }),
        trouble));
    }
    this.#trouble.say('way', '');
  }

  async #showThemes(scene, turn) {
    const themes = this.#themes ?? await this.#service.call('GET', 'api/themes');
    if (turn !== this.#turn) {
      return;
    }
    this.#themes = themes;
    this.#choice?.close();
    const asker = {
      service: this.#service,
      wish: this.#wish,
      texts: this.#texts,
      presence: this.#presence,
      token: () => this.token,
    };
    this.#choice = new ThemeChoice(scene, themes, asker, {
      chosen: (id, theme) => {
        tell(this, 'theme-chosen', { scene: id, theme });
        if (turn === this.#turn) {
          this.#showScene(id);
        }
      },
      movedOn: id => this.#showScene(id),
      missed: error => this.#miss(scene.id, error),
      refused: ({ status }) => tell(this, 'token-expired', { status }),
    });
    this.#display('theme', this.#choice.form);
  }

  #showScene(id) {
    const status = make('scene-status', {
      scene: id,
      base: this.#service.urlOf(''),
      lang: languageOf(this),
      exportparts: 'frame, picture, title, details, progress, actions, button, cancel, retry, again',
    });
    status.token = this.token;
    const again = make('button', { type: 'button', class: 'button', part: 'button', hidden: true }, this.#texts.again);
    again.addEventListener('click', () => this.#chooseAgain(again, status.value));
    status.addEventListener('scene-change', ({ detail }) => {
      again.hidden = !isFinal(detail) || !keepsAvatar(detail);
      if (detail.status === 'awaitingTheme') {
        this.#step(this.#turn, () => detail);
      }
    });
    const trouble = this.#troubleLine({ class: 'trouble soft', role: 'status' });
    this.#display('scene', status, trouble, make('div', { class: 'actions' }, again));
  }

  async #chooseAgain(button, scene, isFirst = true) {
    if (scene === null) {
      return;
    }
    const turn = this.#turn;
    this.#refused = null;
    this.#presence.press();
    this.#trouble.say('press', '');
    button.disabled = true;
    try {
      await this.#showThemes(scene, turn);
    } catch (error) {
      if (turn === this.#turn) {
        this.#presence.release(button);
        this.#refused = isFirst && isEntry(error) ? () => this.#chooseAgain(button, scene, false) : null;
        this.#complain(error, 'press');
      }
    }
  }
}

if (!customElements.get('scene-studio')) {
  customElements.define('scene-studio', SceneStudio);
}
