import { getIfThere, withQuery } from './ops-api.js';
import { chip, dollars, el, field, number, sceneLink, table, time, words } from './ops-dom.js';

const states = ['awaitingTheme', 'submitting', 'generating', 'storing', 'ready', 'rollingBack', 'rolledBack', 'failed', 'canceled', 'expired'];

export const title = 'Scenes';

export function controls(params) {
  return el('form', { class: 'filter', submit: filter },
    field('state', 'State', { options: [['', 'any'], ...states.map(state => [state, words(state)])], value: params.state }),
    field('code', 'Failure code', { value: params.code }),
    field('olderThan', 'Unchanged for', { value: params.olderThan, hint: 'such as 90s, 15m or 2h' }),
    field('id', 'Or one scene, by its id'),
    el('button', { class: 'button primary' }, 'Show'));
}

function filter(event) {
  event.preventDefault();
  const { id, ...values } = Object.fromEntries(new FormData(event.target));
  location.hash = id.trim() ? `scene=${id.trim()}` : withQuery('scenes', values);
}

export const load = (params, signal) => getIfThere(withQuery('api/ops/scenes', { ...params, limit: '50' }), signal);

export function draw(page, params) {
  if (!page) {
    return el('p', { class: 'empty' }, 'Not available in this version of the service.');
  }
  return [
    table(
      'Scenes, the newest first',
      ['Scene', 'State', 'Theme', 'Attempt', 'Failure', 'Cost', 'Changed', 'Made'],
      page.items.map(scene => [
        sceneLink(scene.id),
        chip(scene.state),
        scene.theme,
        scene.run > 0 ? `${number(scene.run)}.${number(scene.attempt)}` : null,
        scene.failureCode,
        dollars(scene.cost),
        time(scene.updatedAt),
        time(scene.createdAt),
      ]),
      'There is no such scene.'),
    page.next && el('p', {}, el('a', { class: 'button', 'data-key': 'next', href: `#${withQuery('scenes', { ...params, cursor: page.next })}` }, 'Older ones')),
  ];
}
