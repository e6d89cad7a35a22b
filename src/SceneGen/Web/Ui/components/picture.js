import { paintBlurhash } from './blurhash.js';
import { make } from './parts.js';

/** A scene's picture: blurred until it is there, and fetched where its address alone does not give it. */
export class Picture {
  blur = make('canvas', { 'aria-hidden': 'true', hidden: true });
  img = make('img', { class: 'picture', part: 'picture', alt: '', hidden: true });
  #told;
  #blob = null;

  /** Told is when it was fetched, and when it is missed. */
  constructor(told) {
    this.#told = told;
  }

  /** Where it can be opened. */
  addressOf(service, image) {
    return this.#blob ?? service.urlOf(image.url);
  }

  show(service, image, alt) {
    const address = service.urlOf(image.url);
    // A signed link is another one each time; the picture is not.
    const { pathname } = new URL(address);
    this.img.alt = alt;
    if (this.img.dataset.of === pathname) {
      return;
    }
    this.clear();
    this.img.dataset.of = pathname;
    this.blur.hidden = !paintBlurhash(this.blur, image.blurhash);
    this.img.onload = () => { this.img.hidden = false; };
    this.img.onerror = () => this.#fetch(service, address, image);
    this.img.src = address;
  }

  /** A picture that is shown to its own session only: a token goes with a request, but with no image's address. */
  async #fetch(service, address, image) {
    const shown = this.img.dataset.of;
    this.img.onerror = null;
    try {
      const response = await service.send('GET', address, { headers: { Accept: 'image/*' } });
      const blob = await response.blob();
      if (this.img.dataset.of === shown) {
        this.img.src = this.#blob = URL.createObjectURL(blob);
        this.#told.fetched();
      }
    } catch (error) {
      // Who comes again, perhaps with another token, fetches it again.
      if (this.img.dataset.of === shown) {
        this.clear();
        this.#told.missed(image, error);
      }
    }
  }

  clear() {
    this.img.removeAttribute('src');
    delete this.img.dataset.of;
    this.img.onload = this.img.onerror = null;
    this.img.hidden = this.blur.hidden = true;
    URL.revokeObjectURL(this.#blob);
    this.#blob = null;
  }
}
