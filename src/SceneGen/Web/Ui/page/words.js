import { etaOf } from './eta.js';
import { lastDay } from './kept.js';

/** The texts of this page in the reader's language, as the service chose it. */
export const words = JSON.parse(document.querySelector('#words').textContent);

/** Puts values where a text names them in braces. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** What each end of a scene that is no picture means, in plain words. */
export function endingOf({ status, failure, image }) {
  switch (status) {
    case 'rollingBack':
      return { ...said(failure), avatar: words.avatarGoing };
    case 'rolledBack':
      return { ...said(failure), avatar: words.avatarGone };
    case 'failed':
      return {
        ...said(failure),
        avatar: words.avatarStays,
        keepsAvatar: !failure.code.startsWith('avatar_'),
        canRetry: failure.retryable,
      };
    case 'canceled':
      return kept(words.canceledTitle, words.canceledReason, words.canceledNext);
    case 'expired':
      return kept(words.expiredTitle, words.expiredReason, words.expiredNext);
    case 'ready':
      return {
        ...kept(words.overTitle, fill(words.keptUntil, { day: lastDay(image, words.lang) }), words.overNext),
        canRetry: false,
        canMakeAgain: true,
      };
    default:
      return null;
  }
}

const said = ({ title, message, next }) => ({ title, reason: message, next });
const kept = (title, reason, next) => ({ title, reason, next, avatar: words.avatarStays, keepsAvatar: true, canRetry: true });

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
