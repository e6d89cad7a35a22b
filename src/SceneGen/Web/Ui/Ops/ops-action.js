import { announce, fill, find, setText } from './ops-dom.js';

const dialog = find('#act');
const form = find('form', dialog);
const result = find('#act-result');
const runButton = find('[value=run]', form);
const dryButton = find('[data-act=dry]', form);
let action = null;
let key = null;

/**
 * Asks for a reason, says what will happen, and shows what came of it: { title, text, verb, fields, dry, run, isGrave }.
 * Each opening is one order, however often it is sent.
 */
export function ask(wanted) {
  action = wanted;
  key = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  form.reset();
  setText(find('#act-title'), action.title);
  setText(find('#act-text'), action.text);
  fill(find('#act-fields'), action.fields ?? []);
  fill(result, []);
  setText(runButton, action.verb);
  runButton.hidden = false;
  runButton.classList.toggle('danger', Boolean(action.isGrave));
  runButton.classList.toggle('primary', !action.isGrave);
  dryButton.hidden = !action.dry;
  setText(find('[data-act=close]', form), 'Close');
  dialog.showModal();
  (find('#act-fields select, #act-fields input', dialog) ?? find('#act-reason')).focus();
}

export function prepare(refresh) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await carryOut(action.run)) {
      runButton.hidden = dryButton.hidden = true;
      find('[data-act=close]', form).focus();
      refresh();
    }
  });
  dryButton.addEventListener('click', () => carryOut(action.dry));
  find('[data-act=close]', form).addEventListener('click', () => dialog.close());
}

async function carryOut(work) {
  const values = Object.fromEntries(new FormData(form));
  runButton.disabled = dryButton.disabled = true;
  fill(result, ['Under way…']);
  try {
    const said = await work({ ...values, reason: values.reason.trim() }, key);
    fill(result, said);
    announce(typeof said === 'string' ? said : `${action.title}: done.`);
    return true;
  } catch (error) {
    fill(result, [Object.assign(document.createElement('p'), { className: 'error', textContent: error.message })]);
    return false;
  } finally {
    runButton.disabled = dryButton.disabled = false;
  }
}
