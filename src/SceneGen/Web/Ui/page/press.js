import { find } from './dom.js';
import { say } from './views.js';

/** One press, one request: the button rests meanwhile, and what goes wrong is said beside it. */
export async function press(button, view, work) {
  if (button.disabled) {
    return;
  }
  button.disabled = true;
  say(view, '');
  try {
    await work();
    button.disabled = false;
  } catch (error) {
    say(view, error.message);
    button.disabled = false;
    button.focus();
  }
}

export function onSubmit(form, view, work) {
  find(form).addEventListener('submit', event => {
    event.preventDefault();
    const values = new FormData(event.target);
    press(find('button.primary', event.target), view, () => work(values));
  });
}
