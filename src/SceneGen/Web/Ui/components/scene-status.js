import { etaOf } from './eta.js';
import { fullLink } from './full-link.js';
import { isPast, lastDay } from './kept.js';
import { follow, isFinal, isRunning } from './live.js';
import { isEntry, isGone, isNobody, make, Presence, put, ServiceElement, serviceOf, tell, Trouble } from './parts.js';
import { Picture } from './picture.js';
import { betweenAnswers } from './progress.js';
import { common, statusSheet } from './sheets.js';
import { filled, languageOf, textsFor } from './texts.js';
import { wisher } from './wish.js';

const endings = { ready: 'scene-ready', failed: 'scene-failed', rolledBack: 'scene-failed', canceled: 'scene-canceled', expired: 'scene-expired' };

/** Refusals that say no more than that the scene has gone on, which is shown then. */
const movedOn = new Set(['scene_ended', 'scene_running', 'scene_ready']);

/** How a scene stands, live, until its picture is there or it is clear that none comes. */
class SceneStatus extends ServiceElement {
  #service = null;
  #scene = null;
  #stop = () => {};
  #root = null;
  #parts = null;
  #presence = null;
  #texts = null;
  #trouble = new Trouble({ class: 'soft trouble', role: 'status' });
  #picture = new Picture({
    fetched: () => this.#paintActions(this.#scene),
    missed: (image, error) => this.#missPicture(error, isGone(error) && isPast(image)),
  });
  #pace = betweenAnswers();
  #clock = 0;
  #isOver = false;
  #refused = null;
  #wish = wisher();

  /** The scene as it was last seen. */
  get value() {
    return this.#scene;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#parts ??= this.#build();
    this.#begin();
  }

  disconnectedCallback() {
    this.#stop();
    clearInterval(this.#clock);
    this.#picture.clear();
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

  /** To the title, from where a reader goes on. */
  focus(options) {
    this.#parts?.title.focus(options);
  }

  #begin() {
    this.#stop();
    clearInterval(this.#clock);
    const id = this.getAttribute('scene');
    this.#texts = textsFor(languageOf(this));
    this.#service = serviceOf(this);
    if (this.#scene?.id !== id) {
      this.#scene = null;
      this.#paintNothing(id ? this.#texts.opening : '', { isBusy: Boolean(id) });
    }
    if (id && !isNobody(this)) {
      this.#clock = setInterval(() => this.#goOn(), 1_000);
      this.#stop = follow(this.#service, id, {
        seen: scene => this.#see(scene),
        trouble: error => this.#lose(error),
      });
    }
  }

  #build() {
    const parts = {
      title: make('h2', { part: 'title', id: 'title', tabindex: '-1' }),
      details: make('p', { part: 'details', class: 'soft' }),
      progress: make('progress', { part: 'progress', max: '100', value: '0', 'aria-labelledby': 'title' }),
      actions: make('div', { part: 'actions', class: 'actions' }),
    };
    parts.frame = make('div', { class: 'frame', part: 'frame' }, this.#picture.blur, this.#picture.img);
    const words = make('div', { role: 'status', 'aria-live': 'polite' }, parts.title);
    this.#root = this.attachShadow({ mode: 'open' });
    this.#root.adoptedStyleSheets = [common, statusSheet];
    this.#root.append(parts.frame, words, parts.details, parts.progress, this.#trouble.place, parts.actions);
    this.#presence = new Presence(this.#root);
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
    if (before?.status !== scene.status) {
      this.#trouble.say('press', '');
    }
    if (before && before.status === scene.status && before.step.attempt === scene.step.attempt && before.step.percent === scene.step.percent) {
      return;
    }
    tell(this, 'scene-change', scene);
    if (before?.status !== scene.status && scene.status in endings) {
      tell(this, endings[scene.status], scene);
    }
  }

  #lose(error) {
    if (isGone(error)) {
      clearInterval(this.#clock);
      this.#paintNothing(this.#texts.gone, { isBusy: false });
      tell(this, 'scene-gone', { status: error.status });
      return;
    }
    this.#trouble.complain('way', error, this.#texts);
    if (isEntry(error)) {
      clearInterval(this.#clock);
      this.#parts.frame.classList.toggle('busy', false);
      tell(this, 'token-expired', { status: error.status });
    }
  }

  /** Where nothing is known of the scene, not yet or not any more, there is nothing to press either. */
  #paintNothing(title, { isBusy }) {
    const { frame, progress } = this.#parts;
    this.#isOver = false;
    this.#picture.clear();
    this.#trouble.say('press', '');
    this.#trouble.say('way', '');
    this.#entitle(title);
    put(this.#parts.details, '');
    frame.classList.toggle('busy', isBusy);
    frame.hidden = !isBusy;
    progress.hidden = true;
    this.#setActions('', []);
  }

  #entitle(text) {
    put(this.#parts.title, text);
    this.#parts.title.hidden = text === '';
  }

  #paint(scene) {
    const { frame, progress } = this.#parts;
    const isBusy = isRunning(scene) && scene.status !== 'awaitingTheme';
    this.#entitle(this.#titleOf(scene));
    this.#trouble.say('way', '');
    frame.classList.toggle('busy', isBusy);
    frame.hidden = !isBusy && (!scene.image || this.#isOver);
    progress.hidden = !isBusy;
    this.#goOn();
    if (scene.image && !this.#isOver) {
      this.#picture.show(this.#service, scene.image, this.#texts.alt);
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

  /** A scene stays longer than its picture. */
  #missPicture(error, isOver = false) {
    if (isEntry(error)) {
      this.#lose(error);
    } else if (isOver) {
      this.#isOver = true;
      this.#paint(this.#scene);
    } else {
      this.#trouble.say('way', this.#texts.notLoaded);
    }
  }

  #paintActions(scene) {
    const texts = this.#texts;
    const canRetry = scene.failure ? scene.status === 'failed' && scene.failure.retryable : isFinal(scene) && !scene.image;
    const wanted = [
      isRunning(scene) && ['cancel', texts.cancel, () => this.#service.call('DELETE', `api/scenes/${scene.id}?whileRunning=true`)],
      canRetry && ['retry', texts.retry, () => this.#wish(this.#service, `api/scenes/${scene.id}/retry`, {})],
      this.#isOver && ['again', texts.makeAgain, () => this.#makeAgain(scene)],
    ].filter(Boolean);
    const address = scene.image && !this.#isOver && this.#picture.addressOf(this.#service, scene.image);
    this.#setActions([languageOf(this), ...wanted.map(([name]) => name), address].join(' '), [
      ...(address ? [fullLink(texts.full, address, () => this.#addressNow(scene), error => this.#missPicture(error))] : []),
      ...wanted.map(([name, text, deed]) => {
        const click = ({ currentTarget }) => this.#order(currentTarget, deed);
        return make('button', { type: 'button', class: 'button', part: `button ${name}`, click }, text);
      }),
    ]);
  }

  async #addressNow({ id }) {
    const { image } = await this.#service.call('GET', `api/scenes/${id}`);
    return this.#service.urlOf(image.url);
  }

  /** The same buttons stay, and whoever was at one of those that go, or pressed it, is not left without a place. */
  #setActions(key, actions) {
    const place = this.#parts.actions;
    if (place.dataset.key === key) {
      return;
    }
    const isReaderHere = this.#presence.isHere();
    place.dataset.key = key;
    place.replaceChildren(...actions);
    if (isReaderHere) {
      this.#presence.goTo(this);
    }
  }

  async #makeAgain({ id: before, avatarUrl, avatarId, sessionId, theme }) {
    const { id } = await this.#wish(this.#service, 'api/scenes', { avatarUrl, avatarId, sessionId, theme });
    if (this.getAttribute('scene') === before) {
      this.setAttribute('scene', id);
    }
  }

  /** What is refused to an old token goes on by the new one; once, so that two who refuse each other come to an end. */
  async #order(button, deed, isFirst = true) {
    const [id, token] = [this.getAttribute('scene'), this.token];
    const buttons = [...this.#parts.actions.querySelectorAll('button')];
    this.#refused = null;
    this.#trouble.say('press', '');
    this.#presence.press();
    buttons.forEach(one => { one.disabled = true; });
    const failure = await deed().then(() => null, error => (movedOn.has(error.code) ? null : error));
    buttons.forEach(one => { one.disabled = failure === null; });
    if (!this.isConnected || this.getAttribute('scene') !== id) {
      return;
    }
    if (failure) {
      this.#presence.release(button);
      this.#refuse(failure, isFirst && isEntry(failure) ? () => this.#order(button, deed, false) : null, token);
    } else {
      const isReaderHere = this.#presence.isHere();
      this.#parts.actions.dataset.key = '';
      this.#begin();
      if (isReaderHere) {
        this.#presence.goTo(this);
      }
    }
  }

  #refuse(error, again, token) {
    if (again && token !== this.token) {
      again();
      return;
    }
    this.#refused = again;
    this.#trouble.complain('press', error, this.#texts);
    if (isEntry(error)) {
      tell(this, 'token-expired', { status: error.status });
    }
  }
}

if (!customElements.get('scene-status')) {
  customElements.define('scene-status', SceneStatus);
}
