import { follow } from './live.js';
import { isEntry, isGone, make, Trouble } from './parts.js';

/** The choice of a theme for a scene: by a press, unless somebody is quicker elsewhere or the wait for it ends. */
export class ThemeChoice {
  #scene;
  #asker;
  #told;
  #trouble = new Trouble({ class: 'trouble', role: 'alert' });
  #refused = null;
  #stopWatching = () => {};
  #isClosed = false;

  /** For who asks, whom and in which words; told is what comes of it, until the choice is closed. */
  constructor(scene, themes, asker, told) {
    [this.#scene, this.#asker, this.#told] = [scene, asker, told];
    this.form = formOf(themes, asker, this.#trouble.place);
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      asker.presence.press();
      this.#choose();
    });
    this.#watch();
  }

  close() {
    this.#isClosed = true;
    this.#stopWatching();
  }

  /** What was refused to an old token goes on by the new one; once, so that two who refuse each other come to an end. */
  renew() {
    const refused = this.#refused;
    this.#refused = null;
    refused?.();
  }

  /** Only what waits for its theme moves by itself; of what has ended another scene is made. */
  #watch() {
    const { id, status } = this.#scene;
    if (status !== 'awaitingTheme') {
      return;
    }
    this.#stopWatching = follow(this.#asker.service, id, {
      seen: scene => {
        if (scene.status === 'awaitingTheme') {
          this.#trouble.say('way', '');
        } else {
          this.#told.movedOn(id);
        }
      },
      trouble: error => this.#lose(error),
    });
  }

  #lose(error) {
    if (isGone(error)) {
      this.#told.missed(error);
      return;
    }
    this.#trouble.complain('way', error, this.#asker.texts);
    if (isEntry(error)) {
      this.#refused = () => this.#watch();
      this.#told.refused(error);
    }
  }

  async #choose(isFirst = true) {
    const [token, theme] = [this.#asker.token(), new FormData(this.form).get('theme')];
    const button = this.form.querySelector('button');
    this.#refused = null;
    this.#stopWatching();
    this.#trouble.say('press', '');
    button.disabled = true;
    try {
      const { id } = await this.#send(theme);
      if (!this.#isClosed) {
        this.#told.chosen(id, theme);
      }
    } catch (error) {
      if (!this.#isClosed) {
        this.#asker.presence.release(button);
        this.#settle(error, isFirst, token);
      }
    }
  }

  #send(theme) {
    const { id, status, avatarUrl, avatarId, sessionId } = this.#scene;
    const { service, wish } = this.#asker;
    return status === 'awaitingTheme'
      ? service.call('PUT', `api/scenes/${id}/theme`, { body: { theme } })
      : wish(service, 'api/scenes', { avatarUrl, avatarId, sessionId, theme });
  }

  /** Where nobody heard what became of a press, and where it came too late, the scene itself tells. */
  #settle(error, isFirst, token) {
    if (!isEntry(error)) {
      this.#trouble.complain('press', error, this.#asker.texts);
      this.#watch();
      return;
    }
    this.#refused = isFirst ? () => this.#choose(false) : () => this.#watch();
    if (isFirst && token !== this.#asker.token()) {
      this.renew();
      return;
    }
    this.#trouble.say('press', (!isFirst && error.message) || this.#asker.texts.entry);
    this.#told.refused(error);
  }
}

function formOf(themes, { texts, service }, trouble) {
  const cards = themes.map(({ id, name, description, previewUrl }) => make('label', { part: 'theme' },
    make('input', { type: 'radio', name: 'theme', value: id, required: true }),
    ...(previewUrl ? [make('img', { src: service.urlOf(previewUrl), alt: '' })] : []),
    make('span', { class: 'name' }, name),
    make('span', { class: 'about soft' }, description)));
  return make('form', {},
    make('fieldset', {},
      make('legend', {}, make('h2', { tabindex: '-1' }, texts.themeTitle)),
      make('div', { class: 'cards', part: 'themes' }, ...cards)),
    trouble,
    make('div', { class: 'actions' }, make('button', { class: 'button primary', part: 'button' }, texts.make)));
}
