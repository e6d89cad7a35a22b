import { ask } from './ops-action.js';
import { get, post, withQuery } from './ops-api.js';
import { button, bytes, el, field, number, sceneLink, table, time } from './ops-dom.js';

export const title = 'Dead letters';

/** Each look takes the messages off their queue for a moment, so it happens when it is asked for. */
export const isLive = false;

let chosen = new Set();

const plural = count => `${number(count)} ${count === 1 ? 'message' : 'messages'}`;

export function controls(params, refresh) {
  chosen = new Set();
  return [
    el('p', { class: 'lead' }, 'Messages that could not be handled lie in their queue\'s own queue of failures; what could not be sent is parked in the outbox.'),
    el('form', { class: 'filter', submit: filter },
      field('queue', 'Queue', { value: params.queue, hint: 'such as avatar-generated_error, or outbox' }),
      field('type', 'Type', { value: params.type }),
      field('cause', 'Words of the cause', { value: params.cause }),
      el('button', { class: 'button primary' }, 'Show'),
      el('button', { type: 'button', class: 'button', click: () => refresh() }, 'Look again')),
  ];
}

function filter(event) {
  event.preventDefault();
  const target = `#${withQuery('dead-letters', Object.fromEntries(new FormData(event.target)))}`;
  if (location.hash === target) {
    dispatchEvent(new HashChangeEvent('hashchange'));
  }
  location.hash = target;
}

export const load = (params, signal) => get(withQuery('api/ops/dead-letters', { ...params, limit: '50' }), signal);

export function draw(page, params) {
  const filter = { queue: params.queue, type: params.type, cause: params.cause };
  const ids = () => [...chosen].filter(id => page.items.some(letter => letter.id === id));
  return [
    page.note && el('p', { class: 'notice calm' }, page.note),
    page.beyond > 0 && el('p', { class: 'notice calm' }, `${number(page.beyond)} more lie behind these and were not looked at: they are seen when those in front are gone.`),
    el('div', { class: 'actions' },
      button('Replay the ticked…', 'replay', () => ids().length > 0 && ask(replay(`The ${plural(ids().length)} you ticked`, { ids: ids() }))),
      button(`Replay all ${number(page.total)}…`, 'replay all', () => page.total > 0 && ask(replay(`All ${plural(page.total)} of this filter, and what comes meanwhile,`, { filter }))),
      button('Discard the ticked…', 'discard', () => ids().length > 0 && ask(discard(ids())), { look: 'danger' })),
    table(
      'Dead letters, the newest first',
      ['Take', 'When', 'Queue', 'Type', 'Cause', 'Scene', 'Message'],
      page.items.map(letter => [
        el('input', {
          type: 'checkbox', 'aria-label': `${letter.type} in ${letter.queue}: ${letter.cause}`, checked: chosen.has(letter.id), 'data-key': letter.id,
          change: event => (event.target.checked ? chosen.add(letter.id) : chosen.delete(letter.id)),
        }),
        time(letter.at),
        letter.queue,
        letter.type,
        el('div', { class: 'text' }, letter.cause),
        letter.sceneId && sceneLink(letter.sceneId),
        el('details', {}, el('summary', {}, bytes(letter.bytes)), el('pre', {}, letter.preview)),
      ]),
      'There are none.'),
    page.next && el('p', {}, el('a', { class: 'button', 'data-key': 'next', href: `#${withQuery('dead-letters', { ...params, cursor: page.next })}` }, 'Older ones')),
  ];
}

function replay(what, choice) {
  const send = dryRun => async ({ reason, perSecond }, key) => told(await post(
    'api/ops/dead-letters/replay', { ...choice, dryRun, perSecond: Number(perSecond), reason: reason || (dryRun ? null : reason) }, key));
  return {
    title: 'Replay dead letters', verb: 'Replay',
    text: `${what} will be sent back to where they failed, each under the id it had, so that what was done already is not done twice.`,
    fields: [field('perSecond', 'At most so many a second', { type: 'number', value: '20' })],
    dry: send(true),
    run: send(false),
  };
}

function discard(ids) {
  return {
    title: 'Discard dead letters', verb: 'Discard', isGrave: true,
    text: `${plural(ids.length)} will be thrown away for good.`,
    run: async ({ reason }, key) => told(await post('api/ops/dead-letters/discard', { ids, reason }, key)),
  };
}

function told(report) {
  const refused = Object.entries(report.refused);
  const sentence = report.dryRun
    ? `${plural(report.matched)} would go.`
    : `${number(report.done)} of ${number(report.matched)} are dealt with${report.left > 0 ? `; ${number(report.left)} are left, ask again` : ''}.`;
  return [
    el('p', {}, sentence),
    report.beyond > 0 && el('p', {}, `${plural(report.beyond)} behind these ${report.beyond === 1 ? 'was' : 'were'} not looked at.`),
    report.dryRun && report.items.length > 0 && el('ul', { class: 'plain' }, report.items.slice(0, 10).map(letter => el('li', {}, `${letter.type} to ${letter.destination}`))),
    refused.length > 0 && el('ul', { class: 'plain' }, refused.map(([, why]) => el('li', {}, why))),
  ];
}
