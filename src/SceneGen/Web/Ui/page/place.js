const sceneId = /scenes\/([\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** Where the service is; this file lies one folder below it. */
export const root = new URL('..', import.meta.url);

export const addressOf = id => new URL(`scenes/${id}`, root).href;

/** What the address asks for: a scene, a theme for the avatar that was picked before it, or an avatar. */
export function here() {
  const [, id] = sceneId.exec(location.pathname) ?? [];
  const draft = location.hash === '#theme' ? history.state?.draft ?? null : null;
  return { id: id?.toLowerCase() ?? null, draft };
}

// The address changes under the page's feet; where its links lead does not.
for (const link of document.querySelectorAll('a[href]:not([href^="#"]), link[rel="icon"]')) {
  link.setAttribute('href', link.href);
}

let onArrival = () => {};

export function onMove(listener) {
  onArrival = listener;
  addEventListener('popstate', listener);
}

/** A plain click on a link to another place of this page leads there without loading the page again. */
document.addEventListener('click', event => {
  const link = event.target.closest('a');
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (isPlain && link?.href && !link.target && (link.href === root.href || sceneId.test(link.href))) {
    event.preventDefault();
    go(link.href, null);
  }
});

export const toBeginning = options => go(root, null, options);
export const toScene = (id, options) => go(addressOf(id), null, options);
export const toTheme = (draft, options) => go(new URL('#theme', root), { draft }, options);

function go(address, state, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](state, '', address);
  onArrival();
}
