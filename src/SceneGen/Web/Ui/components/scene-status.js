import { paintBlurhash } from './blurhash.js';
import { etaOf } from './eta.js';
import { isPast, lastDay } from './kept.js';
import { follow, isFinal, isRunning } from './live.js';
import { common, isEntry, isGone, make, serviceOf, sheetOf, tell } from './parts.js';
import { betweenAnswers } from './progress.js';
import { filled, languageOf, textsFor } from './texts.js';
import { wisher } from './wish.js';

const statusSheet = sheetOf(`
  .frame {
    position: relative;
    aspect-ratio: 16 / 9;
    margin-bottom: 1rem;
    border-radius: var(--round);
    background: var(--ground);
    overflow: hidden;
  }
  .frame > * { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
  .picture { animation: develop .9s ease-out; }
  @keyframes develop { from { opacity: 0; filter: blur(14px); } }
  .frame.busy::before {
    content: "";
    position: absolute;
    inset: 0;
    background: linear-gradient(105deg, transparent 35%, rgb(255 255 255 / .25) 50%, transparent 65%) 0 0 / 250% 100%;
    animation: sheen 2.6s ease-in-out infinite;
  }
  @keyframes sheen { from { background-position: 130% 0; } to { background-position: -60% 0; } }
  progress { margin-top: .75rem; }
  .trouble:empty { display: none; }
`);

const endings = { ready: 'scene-ready', failed: 'scene-failed', rolledBack: 'scene-failed', canceled: 'scene-canceled', expired: 'scene-expired' };

/** How a scene stands, live, until its picture is there or it is clear that none comes. */
class SceneStatus extends HTMLElement {
  static observedAttributes = ['base', 'token', 'scene', 'lang'];

  #service = null;
  #scene = null;
  #stop = () => {};
  #parts = null;
  #texts = null;
  #pace = betweenAnswers();
  #clock = 0;
  #blob = null;
  #isOver = false;
  #refused = null;
  #wish = wisher();

  /** The scene as it was last seen. */
  get value() {
    return this.#scene;
  }

  connectedCallback() {
    this.#parts ??= this.#build();
    this.#begin();
  }

  disconnectedCallback() {
    this.#stop();
    clearInterval(this.#clock);
    this.#clearPicture();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || !this.#parts || before === now) {
      return;
    }
    const press = name === 'token' ? this.#refused : null;
    this.#refused = null;
    this.#begin();
    press?.();
  }

  #begin() {
    this.#stop();
    clearInterval(this.#clock);
    const id = this.getAttribute('scene');
    this.#texts = textsFor(languageOf(this));
    this.#service = serviceOf(this);
    if (this.#scene?.id !== id) {
      this.#scene = null;
      this.#isOver = false;
      this.#clearPicture();
    }
    if (id) {
      this.#clock = setInterval(() => this.#goOn(), 1_000);
      this.#stop = follow(this.#service, id, {
        seen: scene => this.#see(scene),
        trouble: error => this.#lose(error),
      });
    }
  }

  #build() {
    const parts = {
      blur: make('canvas', { 'aria-hidden': 'true', hidden: true }),
      picture: make('img', { class: 'picture', part: 'picture', alt: '', hidden: true }),
      title: make('h2', { part: 'title', id: 'title', tabindex: '-1' }),
      details: make('p', { part: 'details', class: 'soft' }),
      progress: make('progress', { part: 'progress', max: '100', value: '0', 'aria-labelledby': 'title' }),
      trouble: make('p', { class: 'soft trouble', role: 'status' }),
      actions: make('div', { part: 'actions', class: 'actions' }),
    };
    parts.frame = make('div', { class: 'frame', part: 'frame' }, parts.blur, parts.picture);
    const words = make('div', { role: 'status', 'aria-live': 'polite' }, parts.title);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [common, statusSheet];
    root.append(parts.frame, words, parts.details, parts.progress, parts.trouble, parts.actions);
    return parts;
  }

  #see(scene) {
    const before = this.#scene;
    this.#scene = scene;
    this.#pace.take(scene);
    if (isFinal(scene)) {
      clearInterval(this.#clock);
    }
    this.#paint(scene);
    if (before && before.status === scene.status && before.step.attempt === scene.step.attempt && before.step.percent === scene.step.percent) {
      return;
    }
    tell(this, 'scene-change', scene);
    if (before?.status !== scene.status && scene.status in endings) {
      tell(this, endings[scene.status], scene);
    }
  }

  #lose(error) {
    const { trouble } = this.#parts;
    if (isEntry(error)) {
      trouble.textContent = this.#texts.entry;
      tell(this, 'token-expired', { status: error.status });
    } else if (isGone(error)) {
      trouble.textContent = this.#texts.gone;
      tell(this, 'scene-gone', { status: error.status });
    } else {
      trouble.textContent = this.#texts.lost;
    }
  }

  #paint(scene) {
    const { frame, title, progress, trouble } = this.#parts;
    const isBusy = isRunning(scene) && scene.status !== 'awaitingTheme';
    put(title, this.#titleOf(scene));
    put(trouble, '');
    frame.classList.toggle('busy', isBusy);
    frame.hidden = !isBusy && (!scene.image || this.#isOver);
    progress.hidden = !isBusy;
    this.#goOn();
    if (scene.image && !this.#isOver) {
      this.#show(scene.image);
    }
    this.#paintActions(scene);
  }

  /** What changes between two answers. */
  #goOn() {
    if (this.#scene) {
      put(this.#parts.details, this.#detailsOf(this.#scene));
      this.#parts.progress.value = this.#pace.percent();
    }
  }

  #titleOf({ status, failure, step }) {
    if (this.#isOver) {
      return this.#texts.over;
    }
    return { canceled: this.#texts.canceled, expired: this.#texts.expired }[status] ?? failure?.title ?? step.text;
  }

  #detailsOf({ failure, step, image }) {
    if (this.#isOver) {
      return filled(this.#texts.kept, { day: lastDay(image, languageOf(this)) });
    }
    if (failure) {
      return `${failure.message} ${failure.next ?? ''}`;
    }
    const eta = etaOf(this.#pace.secondsLeft());
    return [
      step.attempt > 1 && filled(this.#texts.attempt, step),
      eta && filled(this.#texts[eta.words], eta),
    ].filter(Boolean).join(' · ');
  }

  #show(image) {
    const { picture, blur } = this.#parts;
    const address = this.#service.urlOf(image.url);
    // A signed link is another one each time; the picture is not.
    const { pathname } = new URL(address);
    if (picture.dataset.of === pathname) {
      return;
    }
    this.#clearPicture();
    picture.dataset.of = pathname;
    picture.alt = this.#texts.alt;
    blur.hidden = !paintBlurhash(blur, image.blurhash);
    picture.onload = () => { picture.hidden = false; };
    picture.onerror = () => this.#fetchPicture(address, image);
    picture.src = address;
  }

  /** A picture that is shown to its own session only: a token goes with a request, but with no image's address. */
  async #fetchPicture(address, image) {
    const { picture } = this.#parts;
    const shown = picture.dataset.of;
    picture.onerror = null;
    try {
      const response = await this.#service.send('GET', address, { headers: { Accept: 'image/*' } });
      const blob = await response.blob();
      if (picture.dataset.of === shown) {
        picture.src = this.#blob = URL.createObjectURL(blob);
        this.#paintActions(this.#scene);
      }
    } catch (error) {
      // Who comes again, perhaps with another token, fetches it again.
      if (picture.dataset.of === shown) {
        this.#clearPicture();
        this.#miss(image, error);
      }
    }
  }

  /** A scene stays longer than its picture. */
  #miss(image, error) {
    if (isEntry(error)) {
      this.#lose(error);
    } else if (isGone(error) && isPast(image)) {
      this.#isOver = true;
      this.#paint(this.#scene);
    } else {
      this.#parts.trouble.textContent = this.#texts.notLoaded;
    }
  }

  #clearPicture() {
    const { picture, blur } = this.#parts;
    picture.removeAttribute('src');
    delete picture.dataset.of;
    picture.onload = picture.onerror = null;
    picture.hidden = blur.hidden = true;
    URL.revokeObjectURL(this.#blob);
    this.#blob = null;
  }

  #paintActions(scene) {
    const texts = this.#texts;
    const canRetry = scene.failure ? scene.status === 'failed' && scene.failure.retryable : isFinal(scene) && !scene.image;
    const wanted = [
      isRunning(scene) && ['cancel', texts.cancel, () => this.#order(() => this.#service.call('DELETE', `api/scenes/${scene.id}?whileRunning=true`))],
      canRetry && ['retry', texts.retry, () => this.#order(() => this.#wish(this.#service, `api/scenes/${scene.id}/retry`, {}))],
      this.#isOver && ['again', texts.makeAgain, () => this.#order(() => this.#makeAgain(scene))],
    ].filter(Boolean);
    const { actions } = this.#parts;
    const address = scene.image && !this.#isOver && (this.#blob ?? this.#service.urlOf(scene.image.url));
    const key = [...wanted.map(([name]) => name), address].join(' ');
    if (actions.dataset.key === key) {
      return;
    }
    actions.dataset.key = key;
    const link = address && make('a', { class: 'button primary', part: 'button', target: '_blank', rel: 'noopener', href: address }, texts.full);
    actions.replaceChildren(
      ...(link ? [link] : []),
      ...wanted.map(([name, text, click]) => make('button', { type: 'button', class: 'button', part: `button ${name}`, click }, text)));
  }

  async #makeAgain({ avatarUrl, avatarId, sessionId, theme }) {
    const { id } = await this.#wish(this.#service, 'api/scenes', { avatarUrl, avatarId, sessionId, theme });
    this.setAttribute('scene', id);
  }

  /** What is refused to an old token goes on by the new one; once, so that two who refuse each other come to an end. */
  async #order(deed, isFirst = true) {
    this.#refused = null;
    const token = this.getAttribute('token');
    const buttons = [...this.#parts.actions.querySelectorAll('button')];
    buttons.forEach(button => { button.disabled = true; });
    try {
      await deed();
    } catch (error) {
      buttons.forEach(button => { button.disabled = false; });
      if (error.code !== 'scene_ended') {
        this.#refuse(error, isFirst && isEntry(error) ? () => this.#order(deed, false) : null, token);
        return;
      }
    }
    if (this.isConnected) {
      this.#begin();
      this.#parts.title.focus({ preventScroll: true });
    }
  }

  #refuse(error, again, token) {
    if (again && token !== this.getAttribute('token')) {
      again();
    } else if (isEntry(error)) {
      this.#refused = again;
      this.#lose(error);
    } else {
      this.#parts.trouble.textContent = error.message || this.#texts.unsent;
    }
  }
}

/** A live region repeats what is set again, so the same text is left alone. */
function put(place, text) {
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

if (!customElements.get('scene-status')) {
  customElements.define('scene-status', SceneStatus);
}
