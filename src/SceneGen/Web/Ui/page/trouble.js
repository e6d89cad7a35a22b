import { find, setText } from './dom.js';
import { meaningOf } from './looks.js';
import { entitle, isShown, say, show } from './views.js';
import { words } from './words.js';

const besides = ['theme', 'scene', 'failure'];
let isVisitOver = false;
let isLost = false;

/** A visit that has run out is not mended by asking again: the page itself gives the next. */
export const asksForNewVisit = () => isVisitOver;

export const sayGone = ({ status, message }) =>
  give(status === 410 ? words.isDeleted : words.noSuchScene, message, { canRetry: false });

export function sayNoWay(error) {
  const meaning = meaningOf(error);
  isVisitOver = meaning === 'visit';
  const sentences = { visit: words.visitOver, away: `${error.message} ${words.tryingAgain}` };
  give(words.noWayThrough, sentences[meaning] ?? error.message, { canRetry: true });
}

/** What is shown stays; beside it stands that the page tries on, until it has got through. */
export function sayLost({ message }) {
  isLost = true;
  besides.filter(isShown).forEach(view => say(view, `${message} ${words.tryingAgain}`));
}

export function sayFound() {
  if (isLost) {
    isLost = false;
    besides.forEach(view => say(view, ''));
  }
}

function give(title, sentence, { canRetry }) {
  find('#trouble-title').textContent = title;
  setText(find('#trouble .lead'), sentence);
  find('#trouble [data-do=reload]').hidden = !canRetry;
  show('trouble', sentence);
  entitle(title);
}
