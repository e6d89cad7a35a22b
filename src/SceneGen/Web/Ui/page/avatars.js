const patterns = (document.documentElement.dataset.avatars ?? '').split(' ').filter(Boolean)
  .map(source => /^https:\/\/(\*\.)?([^:]+)(?::(\d+))?$/.exec(source));

/** Where an avatar may be shown from: null where it is nowhere this page may load from. */
export function shownAt(address) {
  const { origin, protocol, hostname, port, pathname, search, href } = new URL(address, document.baseURI);
  // A rehearsal's avatars are of this origin, by whatever name of it they were announced.
  if (origin === location.origin || pathname.startsWith('/simulator/')) {
    return pathname + search;
  }
  const isAllowed = protocol === 'https:' && patterns.some(([, below, host, named = '']) =>
    named === port && (below ? hostname.endsWith(`.${host}`) : hostname === host));
  return isAllowed ? href : null;
}
