import { get, picture } from './ops-api.js';
import { bytes, dollars, el, number, sceneLink, section, span, table, time, words } from './ops-dom.js';

const ages = [['under1Min', 'under 1 min'], ['under5Min', 'under 5 min'], ['under15Min', 'under 15 min'], ['under1H', 'under 1 h'], ['older', 'older']];
const levels = { warn: 'needs a look', bad: 'needs you' };

export const title = 'Overview';
let graph = null;

export async function load(params, signal) {
  const [overview, drawn] = await Promise.all([get('api/ops/overview', signal), picture('api/ops/graph.svg', signal)]);
  graph = drawn;
  return overview;
}

export function draw(overview) {
  return [
    el('ul', { class: 'tiles' }, tiles(overview).map(tile)),
    section('The saga', graph && el('div', { class: 'picture', tabindex: '0', role: 'group', 'data-key': 'picture', 'aria-label': 'The saga, with the number of scenes in each state' }, graph)),
    section('Scenes by state and age', table(
      'Scenes by state and age',
      ['State', 'Scenes', ...ages.map(([, text]) => text)],
      overview.states.map(state => [
        el('a', { href: `#scenes?state=${state.state}`, 'data-key': `state ${state.state}` }, words(state.state)),
        number(state.count),
        ...ages.map(([key]) => (state.ages ? number(state.ages[key]) : '')),
      ]),
      '', 'numbers')),
    section('Stuck scenes', table(
      'The scenes stuck longest',
      ['Scene', 'State', 'Attempt', 'Since'],
      overview.stuck.oldest.map(one => [sceneLink(one.sceneId), words(one.state), number(one.attempt), time(one.since)]),
      'No scene has been in a step for longer than it should take.')),
    section('Cost today', el('div', { class: 'pair' },
      cost('By model', overview.cost.models), cost('By theme', overview.cost.themes)),
    el('p', { class: 'hint' }, 'Since midnight UTC, what was bought at the models\' prices.')),
  ];
}

function cost(caption, shares) {
  return table(caption, [caption.slice(3).replace(/^./, letter => letter.toUpperCase()), 'Pictures', 'Dollars'],
    shares.map(share => [share.name || '–', number(share.predictions), dollars(share.dollars)]), `${caption}: nothing was bought today.`, 'numbers');
}

function tile({ name, value, note, level, href }) {
  return el('li', {}, el('a', { class: `tile ${level ?? ''}`, href, 'data-key': `tile ${name}` },
    el('span', { class: 'name' }, name),
    el('strong', {}, value),
    el('span', { class: 'note' }, level ? `${levels[level]}: ${note}` : note)));
}

function tiles(o) {
  const count = state => o.states.find(one => one.state === state)?.count ?? 0;
  const painting = count('submitting') + count('generating') + count('storing');
  const dead = Object.values(o.deadLetters.queues).reduce((sum, queue) => sum + queue, 0);
  const rollbackAge = o.rollbacks.oldest ? (Date.parse(o.at) - Date.parse(o.rollbacks.oldest)) / 1000 : 0;
  return [
    { name: 'Being made', value: number(painting), note: `${number(count('awaitingTheme'))} wait for a theme`, href: '#scenes?state=generating' },
    { name: 'Stuck', value: number(o.stuck.count), level: o.stuck.count > 0 && 'warn', note: 'longer in a step than it should take', href: `#scenes?olderThan=3m&state=${first(o.stuck)}` },
    { name: 'Failed', value: number(count('failed') + count('rolledBack')), note: `${number(count('ready'))} ready`, href: '#scenes?state=failed' },
    { name: 'Closed gates', value: number(o.gates.length), level: o.gates.length > 0 && 'bad', note: o.gates.map(gate => `${gate.name}: ${gate.reason}`).join(', ') || 'all open', href: '#gates' },
    budget(o.provider),
    waiting('Outbox', o.outbox.count, o.outbox.oldestSeconds, '#dead-letters?queue=outbox', 'messages to send'),
    waiting('Timers', o.timers.count, o.timers.oldestSeconds, '#scenes?olderThan=3m', `${number(o.timers.due)} due`),
    { name: 'Parked', value: number(o.parked), level: o.parked > 0 && 'warn', note: 'messages the outbox gave up', href: '#dead-letters?queue=outbox' },
    deadLetters(o.deadLetters, dead),
    {
      name: 'Rollbacks', value: number(o.rollbacks.count), level: (o.rollbacks.cases > 0 && 'bad') || (rollbackAge > 3_600 && 'warn'),
      note: o.rollbacks.cases > 0 ? `${number(o.rollbacks.cases)} given up` : o.rollbacks.count > 0 ? `the oldest waits for ${span(rollbackAge)}` : 'none unanswered', href: '#rollbacks',
    },
    { name: 'Pictures at risk', value: number(o.outputs.urgent), level: o.outputs.urgent > 0 && 'bad', note: 'painted, soon gone, not stored', href: '#storage' },
    { name: 'Cost today', value: dollars(o.cost.dollars), note: `${number(o.cost.models.reduce((sum, model) => sum + model.predictions, 0))} pictures bought`, href: '#overview' },
    { name: 'Storage', value: bytes(o.storage.bytes), note: `${number(o.storage.files)} files`, href: '#storage' },
  ];
}

const first = stuck => stuck.oldest[0]?.state ?? 'submitting';

function budget({ limit, inForce, createsPausedUntil, inFlight }) {
  const isPaused = createsPausedUntil || inForce.creates < limit.creates;
  return {
    name: 'Provider budget', value: `${number(Math.round(inForce.creates))}/min`, level: isPaused && 'warn',
    note: createsPausedUntil ? 'paused by the provider' : `of ${number(limit.creates)} creations; ${number(inFlight.creates + inFlight.reads)} calls under way`, href: '#gates',
  };
}

function waiting(name, count, seconds, href, note) {
  return { name, value: number(count), level: (seconds > 60 && 'bad') || (seconds > 10 && 'warn'), note: seconds > 1 ? `the oldest is late by ${span(seconds)}` : note, href };
}

function deadLetters({ broker, queues }, dead) {
  const note = broker === 'none' ? 'the bus is in this process'
    : broker === 'away' ? 'the broker does not answer'
      : Object.entries(queues).map(([queue, count]) => `${queue}: ${number(count)}`).join(', ') || 'none';
  return { name: 'Dead letters', value: broker === 'away' ? '?' : number(dead), level: (dead > 0 && 'bad') || (broker === 'away' && 'warn'), note, href: '#dead-letters' };
}
