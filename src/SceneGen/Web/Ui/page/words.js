import { etaOf } from './eta.js';
import { isUnfit } from './fate.js';
import { lastDay } from './kept.js';

/** The texts of this page in the reader's language, as the service chose it. */
export const words = JSON.parse(document.querySelector('#words').textContent);

/** Puts values where a text names them in braces. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** What each end of a scene that is no picture means, in plain words; and what became of its avatar, if that is told. */
export function endingOf({ status, theme, failure, image }, fate = 'stays') {
  switch (status) {
    case 'rollingBack':
      return { ...said(failure), avatar: words.avatarGoing };
    case 'rolledBack':
      return { ...said(failure), avatar: words.avatarGone };
    case 'failed':
      return kept(fate, { ...said(failure), keepsAvatar: !isUnfit({ failure }), canRetry: failure.retryable });
    case 'canceled':
      return kept(fate, {
        title: words.canceledTitle, reason: theme ? words.canceledReason : words.canceledEarly, next: words.canceledNext, ...again });
    case 'expired':
      return kept(fate, { title: words.expiredTitle, reason: words.expiredReason, next: words.expiredNext, ...again });
    case 'ready': {
      const reason = fill(words.keptUntil, { day: lastDay(image, words.lang) });
      return kept(fate, { title: words.overTitle, reason, next: words.overNext, keepsAvatar: true, canMakeAgain: true });
    }
    default:
      return null;
  }
}

const again = { keepsAvatar: true, canRetry: true };
const said = ({ title, message, next }) => ({ title, reason: message, next });

/** Another scene of an avatar that was kept may have failed later: then it is taken back, and nothing is made of it again. */
function kept(fate, { title, reason, ...ways }) {
  return fate === 'stays'
    ? { title, reason, avatar: words.avatarStays, ...ways }
    : { title, reason, avatar: fate === 'gone' ? words.avatarGone : words.avatarGoing, next: words.goneNext };
}

const chips = {
  awaitingTheme: words.chipWaiting,
  submitting: words.chipPainting,
  generating: words.chipPainting,
  storing: words.chipStoring,
  rollingBack: words.chipFailed,
  rolledBack: words.chipFailed,
  failed: words.chipFailed,
  canceled: words.chipCanceled,
  expired: words.chipExpired,
};

export const chipOf = (scene, isOver) => (isOver ? words.chipOver : chips[scene.status] ?? null);

const etas = {
  etaSoon: words.etaSoon,
  etaSeconds: words.etaSeconds,
  etaMinute: words.etaMinute,
  etaMinutes: words.etaMinutes,
};

export function timeLeft(seconds) {
  const eta = etaOf(seconds);
  return eta && fill(etas[eta.words], eta);
}

const relative = new Intl.RelativeTimeFormat(words.lang, { numeric: 'auto' });
const megabytes = new Intl.NumberFormat(words.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const units = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

const clock = new Intl.DateTimeFormat(words.lang, { hour: '2-digit', minute: '2-digit', hour12: false });
const calendar = new Intl.DateTimeFormat(words.lang, { day: 'numeric', month: 'short' });

/** The time of today, or the day of another. */
export function momentOf(time) {
  const moment = new Date(time);
  return (moment.toDateString() === new Date().toDateString() ? clock : calendar).format(moment);
}

export function ago(time) {
  const seconds = (Date.now() - new Date(time)) / 1_000;
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? [];
  return unit ? relative.format(-Math.floor(seconds / size), unit) : words.justNow;
}

/** No line ends between a number and what it counts. */
export function sizeOf({ width, height, bytes }) {
  const kilobytes = Math.round(bytes / 1_000);
  const size = kilobytes < 1_000 ? `${kilobytes}\u00a0kB` : `${megabytes.format(kilobytes / 1_000)}\u00a0MB`;
  return `${width}\u00a0×\u00a0${height}, ${size}`;
}
