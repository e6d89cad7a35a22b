import { el, fill, find, setText } from './ops-dom.js';

const dialog = find('#act');
const form = find('form', dialog);
const result = find('#act-result');
const runButton = find('[value=run]', form);
const dryButton = find('[data-act=dry]', form);
const outcome = find('#outcome');
let order = null;
let opener = null;

/**
 * Asks for a reason, says what will happen, and shows what came of it: { title, text, verb, fields, dry, run, isGrave }.
 * Each opening is one order, however often it is sent.
 */
export function ask(wanted) {
  order = { ...wanted, isDone: false, key: crypto.randomUUID?.() ?? String(Math.random()).slice(2) };
  opener = document.activeElement;
  form.reset();
  setText(find('#act-title'), order.title);
  setText(find('#act-text'), order.text);
  fill(find('#act-fields'), order.fields ?? []);
  fill(result, []);
  fill(outcome, []);
  setText(runButton, order.verb);
  runButton.hidden = runButton.disabled = dryButton.disabled = false;
  runButton.classList.toggle('danger', Boolean(order.isGrave));
  runButton.classList.toggle('primary', !order.isGrave);
  dryButton.hidden = !order.dry;
  dialog.showModal();
  (find('#act-fields select, #act-fields input', dialog) ?? find('#act-reason')).focus();
}

export function prepare(refresh) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await carryOut(order, order.run)) {
      refresh();
    }
  });
  dryButton.addEventListener('click', () => carryOut(order, order.dry));
  find('[data-act=close]', form).addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', leave);
}

/** The button that asked may have been drawn anew meanwhile; who closes the dialog goes on where they pressed it. */
function leave() {
  order = null;
  if (!opener.isConnected) {
    const { key } = opener.dataset;
    (find(`#content [data-key="${CSS.escape(key ?? '')}"]`) ?? find('#title')).focus({ preventScroll: true });
  }
}

/** What came of an order whose dialog is closed is told on the page, and never in the dialog of another. */
async function carryOut(mine, work) {
  const values = Object.fromEntries(new FormData(form));
  runButton.disabled = dryButton.disabled = true;
  fill(result, ['Under way…']);
  try {
    show(mine, await work({ ...values, reason: values.reason.trim() }, mine.key));
    mine.isDone = work === mine.run;
  } catch (error) {
    show(mine, el('p', { class: 'error' }, error.message));
  }
  if (mine === order) {
    runButton.disabled = dryButton.disabled = runButton.hidden = mine.isDone;
    dryButton.hidden ||= mine.isDone;
    if (mine.isDone) {
      find('[data-act=close]', form).focus();
    }
  }
  return mine.isDone;
}

function show(mine, said) {
  if (mine === order) {
    fill(result, said);
  } else {
    fill(outcome, [el('h2', {}, mine.title), said]);
  }
}
