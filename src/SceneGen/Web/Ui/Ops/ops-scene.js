import { ask } from './ops-action.js';
import { get, getIfThere, picture, post } from './ops-api.js';
import { button, chip, dollars, el, facts, field, number, sceneLink, section, span, table, time, words } from './ops-dom.js';

const running = ['awaitingTheme', 'submitting', 'generating', 'storing'];
const steps = { submitting: 'submit', generating: 'generate', storing: 'store' };
const retryable = ['failed', 'expired', 'canceled', ...Object.keys(steps)];
const notThere = 'Not available in this version of the service.';

export const title = ({ id }) => `Scene ${id.slice(0, 8)}`;
let graph = null;

export async function load({ id }, signal) {
  const path = `api/ops/scenes/${encodeURIComponent(id)}`;
  const [scene, timeline, audit, drawn] = await Promise.all([
    getIfThere(path, signal),
    getIfThere(`${path}/timeline?limit=200`, signal),
    getIfThere(`api/ops/actions?scene=${encodeURIComponent(id)}`, signal),
    picture(`${path}/graph.svg`, signal),
  ]);
  graph = drawn;
  // Without the operator's view of it there is still the user's.
  return { scene: scene ?? plain(await get(`api/scenes/${encodeURIComponent(id)}`, signal)), timeline, audit };
}

const plain = scene => ({ scene: { ...scene, state: scene.status, failureCode: scene.failure?.code }, run: {}, rollback: {}, avatar: {} });

export function draw({ scene, timeline, audit }, { id }) {
  const { state } = scene.scene;
  return [
    el('p', { class: 'lead' }, chip(state), ' ', el('code', {}, id)),
    el('div', { class: 'actions' }, deeds(id, state, scene).map(([name, wanted]) => button(name, name, () => ask(wanted), { look: wanted.isGrave ? 'danger' : '' }))),
    section('Details', details(scene)),
    section('Its way', graph ? el('div', { class: 'picture', tabindex: '0', role: 'group', 'data-key': 'picture', 'aria-label': 'The way of this scene through the saga' }, graph) : el('p', { class: 'empty' }, notThere)),
    section('Timeline', timeline ? entries(timeline.items) : el('p', { class: 'empty' }, notThere)),
    scene.purchases && section('Purchases', table(
      'What was bought for it', ['Run', 'Model', 'State', 'Prediction', 'Price', 'Asked'],
      scene.purchases.map(one => [`${one.run}.${one.attempt}`, one.model, words(one.state), one.predictionId, one.price === null ? null : dollars(one.price), time(one.askedAt)]),
      'Nothing.')),
    section('What operators did', audit ? table(
      'What operators did to it', ['When', 'Who', 'What', 'Why', 'Outcome'],
      audit.items.map(one => [time(one.at), one.who, one.action, one.reason, one.outcome]), 'Nothing.') : el('p', { class: 'empty' }, notThere)),
  ];
}

function details({ scene, run, rollback, avatar, timers }) {
  return facts([
    ['Theme', scene.theme],
    ['Model', scene.model],
    ['Run and attempt', scene.run === undefined ? null : `${scene.run}.${scene.attempt}${run.attemptLimit ? ` of ${run.attemptLimit}` : ''}`],
    ['Prediction', run.predictionId],
    ['Failure', scene.failureCode && `${scene.failureCode}${scene.failureFault ? ` (fault: ${scene.failureFault})` : ''}`],
    ['Cost', scene.cost === undefined ? null : dollars(scene.cost)],
    ['Avatar', avatar.id ? `${avatar.id}, ${words(avatar.standing).toLowerCase()}` : scene.avatarId],
    ['Other scenes of it', avatar.otherScenes?.length ? avatar.otherScenes.map(one => [sceneLink(one.id), ` ${words(one.state).toLowerCase()} `]).flat() : null],
    ['Rollback asked for', rollback.requestedAt && el('span', {}, time(rollback.requestedAt), ` ${number(rollback.requests)} times`)],
    ['Rollback given up', time(rollback.caseAt)],
    ['Rollback refused', rollback.refusal],
    ['Deadline', time(run.deadlineAt)],
    ['Output kept until', time(run.outputExpiresAt)],
    ['Timers', timers?.length ? timers.map(timer => el('span', { class: 'line' }, `${words(timer.name)} `, time(timer.dueAt))) : null],
    ['Made', time(scene.createdAt)],
    ['Changed', time(scene.updatedAt)],
  ]);
}

function entries(items) {
  return table('What happened to it', ['#', 'When', 'State', 'Kind', 'What', 'Took'], items.map(entry => [
    number(entry.sequence),
    time(entry.at),
    `${words(entry.state ?? entry.status)}${entry.attempt > 1 ? ` ${entry.attempt}` : ''}`,
    words(entry.kind ?? 'note'),
    el('div', { class: 'text' }, entry.text, entry.data && el('code', { class: 'data' }, JSON.stringify(entry.data))),
    entry.durationMs === null || entry.durationMs === undefined ? null : span(entry.durationMs / 1000),
  ]), 'Nothing is known any more.');
}

function deeds(id, state, scene) {
  const send = (path, more = {}) => async ({ reason, ...values }, key) => {
    const answer = await post(`api/ops/scenes/${encodeURIComponent(id)}/${path}`, { ...values, ...more, reason }, key);
    return `${answer?.alreadyDone ? 'It was done before.' : 'Done.'} The scene is now: ${words(answer?.scene?.scene?.state ?? state).toLowerCase()}.`;
  };
  return [
    retryable.includes(state) && ['Retry…', retry(state, scene, send)],
    running.includes(state) && ['Cancel…', {
      title: 'Cancel the scene', verb: 'Cancel the scene', isGrave: true,
      text: 'The scene ends without a picture, its prediction is canceled, and the avatar is kept.', run: send('cancel'),
    }],
    !['rollingBack', 'rolledBack', 'ready', 'canceled', 'expired'].includes(state) && ['Roll back…', {
      title: 'Roll the avatar back', verb: 'Roll back', isGrave: true,
      text: 'The scene is given up, and the avatar service is asked to roll the avatar back.', run: send('rollback'),
    }],
    state === 'rollingBack' && ['Rollback is done…', {
      title: 'End the rollback by hand', verb: 'End it',
      text: 'The avatar service is asked no more. Say what became of the avatar.',
      fields: [field('outcome', 'What became of it', { options: [['rolledBack', 'It was rolled back'], ['refused', 'It stays']] })],
      run: send('rollback/done'),
    }],
  ].filter(Boolean);
}

function retry(state, scene, send) {
  const step = steps[state];
  const ways = [['generate', 'The prediction that was paid'], ['store', 'Its painted picture'], ['submit', 'A new picture, bought anew'], ['theme', 'The choice of its theme']];
  return step ? {
    title: 'Retry the step', verb: 'Retry', text: 'The command of the step that the scene is in goes out again at once. Nothing is bought twice.',
    run: send('retry', { from: step }),
  } : {
    title: 'Retry the scene', verb: 'Retry', text: 'The scene begins a new run. Choose from where: what was paid and can still be used need not be bought again.',
    fields: [field('from', 'From', { options: ways, value: scene.run.predictionId ? 'generate' : 'submit' })],
    run: send('retry'),
  };
}
