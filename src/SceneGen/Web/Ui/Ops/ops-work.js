import { ask } from './ops-action.js';
import { get, getIfThere, post, withQuery } from './ops-api.js';
import { button, bytes, chip, dollars, el, facts, number, sceneLink, section, span, table, time } from './ops-dom.js';

const notThere = 'Not available in this version of the service.';

export const rollbacks = {
  title: 'Rollbacks',
  load: (params, signal) => get('api/ops/rollbacks', signal),
  draw: items => table(
    'Rollbacks that nobody has answered, the oldest first',
    ['Scene', 'Avatar', 'Failure', 'Since', 'Requests', 'Given up'],
    items.map(one => [
      sceneLink(one.sceneId), el('code', {}, one.avatarId), one.code, time(one.since), number(one.requests),
      one.caseAt ? el('span', { class: 'bad' }, time(one.caseAt)) : 'no',
    ]),
    'Every rollback is answered.'),
};

export const gates = {
  title: 'Gates',
  load: (params, signal) => get('api/ops/gates', signal),
  draw: items => table(
    'Gates to the provider and its models',
    ['Gate', 'State', 'Why', 'Since', 'Next probe', 'Change'],
    items.map(gate => [
      gate.name,
      chip(gate.state),
      gate.reason && el('div', { class: 'text' }, `${gate.reason}${gate.detail ? `: ${gate.detail}` : ''}`),
      time(gate.since),
      gate.state === 'closed' ? (time(gate.nextProbeAt) ?? 'only by hand') : null,
      gate.state === 'closed'
        ? button('Open…', gate.name, () => ask(turn(gate.name, 'open')), { label: `Open ${gate.name}` })
        : button('Close…', gate.name, () => ask(turn(gate.name, 'close')), { label: `Close ${gate.name}` }),
    ])),
};

function turn(name, way) {
  return {
    title: `${way === 'open' ? 'Open' : 'Close'} ${name}`, verb: way === 'open' ? 'Open' : 'Close', isGrave: way === 'close',
    text: way === 'open'
      ? 'The scenes that wait at this gate go on. If the reason is still there, the service closes it again.'
      : 'No new picture is asked for through this gate until you open it; scenes wait there until their deadline.',
    run: async ({ reason }) => {
      const gate = await post(`api/ops/gates/${encodeURIComponent(name)}/${way}`, { reason });
      return `${gate.name} is ${gate.state}.`;
    },
  };
}

export const storage = {
  title: 'Storage',
  load: async (params, signal) => {
    const [report, overview] = await Promise.all([get('api/ops/storage', signal), get('api/ops/overview', signal)]);
    return { report, totals: overview.storage };
  },
  draw: ({ report, totals }) => [
    facts([['Files', number(totals.files)], ['Together', bytes(totals.bytes)]]),
    section('Painted, not stored yet', table(
      'Painted pictures that are not stored yet',
      ['Scene', 'Attempt', 'Tries', 'Kept by the provider for'],
      report.outputs.map(one => [sceneLink(one.sceneId), number(one.attempt), number(one.tries), span(one.secondsLeft)]),
      'Every painted picture is stored.')),
    section('Last sweep of this instance', sweepFacts(report.sweep),
      el('div', { class: 'actions' }, button('Sweep…', 'sweep', () => ask({
        title: 'Sweep the store', verb: 'Sweep',
        text: 'Files that nothing names are removed, and files that are missing or damaged are noted. Look first.',
        dry: sweep(true),
        run: sweep(false),
      })))),
  ],
};

const sweep = dryRun => async ({ reason }, key) => {
  const answer = await post('api/ops/sweep', { dryRun, reason: reason || 'a look' }, dryRun ? undefined : key);
  return answer.alreadyDone ? el('p', {}, 'It was done before: the list of actions has it.') : sweepFacts(answer.report ?? answer);
};

function sweepFacts(report) {
  return report?.startedAt ? facts([
    ['Started', el('span', {}, time(report.startedAt), report.isDryRun ? ' (only looked)' : '')],
    ['Read whole and found right', number(report.verified)],
    ['Released', number(report.released)],
    ['No longer needed', number(report.unneeded)],
    ['Without a row', files(report.withoutRow)],
    ['Missing', files(report.missing)],
    ['Damaged', files(report.damaged)],
  ]) : el('p', { class: 'empty' }, 'None since the start.');
}

const files = found => `${number(found.count)}${found.names.length > 0 ? `: ${found.names.slice(0, 5).map(name => name.slice(0, 12)).join(', ')}…` : ''}`;

export const reconciliation = {
  title: 'Reconciliation',
  load: (params, signal) => get('api/ops/reconciliation', signal),
  draw: report => [
    el('p', { class: 'lead' }, 'What the provider made that no scene had use for, as this instance found it.'),
    strays(report),
    el('div', { class: 'actions' }, button('Reconcile now…', 'reconcile', () => ask({
      title: 'Hold the provider\'s list against the scenes', verb: 'Reconcile',
      text: 'Predictions that run for nobody are canceled; what was paid for and not used is counted.',
      run: async ({ reason }, key) => {
        const answer = await post('api/ops/reconciliation', { reason }, key);
        return answer.report ? strays(answer.report) : 'Done.';
      },
    }))),
  ],
};

function strays({ listedAt, settled, strays: found }) {
  return facts([
    ['Last compared', time(listedAt) ?? 'not since the start'],
    ['Lost purchases settled', number(settled)],
    ['Ran for nobody, canceled', number(found.canceled.length)],
    ['Paid and not used', `${number(found.unused.length)}, ${dollars(found.unusedDollars)}`],
  ]);
}

export const audit = {
  title: 'Audit',
  load: (params, signal) => getIfThere(withQuery('api/ops/actions', { after: params.after, limit: '50' }), signal),
  draw: page => (page ? [
    table(
      'What operators did, the last first',
      ['When', 'Who', 'What', 'To', 'Why', 'Outcome'],
      page.items.map(one => [
        time(one.at), one.who, one.action, one.targetKind === 'scene' && one.targetId ? sceneLink(one.targetId) : one.targetId,
        el('div', { class: 'text' }, one.reason), one.outcome,
      ]),
      'Nothing yet.'),
    page.next && el('p', {}, el('a', { class: 'button', 'data-key': 'next', href: `#audit?after=${page.next}` }, 'Older ones')),
  ] : el('p', { class: 'empty' }, notThere)),
};
