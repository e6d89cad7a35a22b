import { find } from './dom.js';
import { say, tell } from './views.js';

const pressed = new Set();
let turn = 0;

/** Whoever goes to another place leaves what was pressed behind: the buttons are for what is there. */
export function moveOn() {
  turn++;
  pressed.forEach(release);
}

/**
 * One press, one request: the button rests meanwhile, and what goes wrong is said beside it. The work learns whether
 * the reader is still where they pressed, for only then it may take them elsewhere.
 */
export async function press(button, view, work) {
  if (button.disabled) {
    return;
  }
  const mine = turn;
  const isHere = () => turn === mine;
  const hadFocus = document.activeElement === button;
  button.disabled = true;
  pressed.add(button);
  say(view, '');
  try {
    await work(isHere);
    if (isHere()) {
      release(button);
      giveBack(button, view, hadFocus);
    }
  } catch (error) {
    if (isHere()) {
      say(view, error.message);
      release(button);
      focusOn(button, view);
    } else {
      tell(error.message);
    }
  }
}

/** A button that rests loses the focus; whoever was sent nowhere else goes on where they pressed. */
function giveBack(button, view, hadFocus) {
  if (hadFocus && [document.body, button].includes(document.activeElement)) {
    focusOn(button, view);
  }
}

/** Where the button has gone meanwhile, to what the view is about. */
export const focusOn = (button, view) => (button.hidden ? find(`#${view}-title`) : button).focus({ preventScroll: true });

function release(button) {
  button.disabled = false;
  pressed.delete(button);
}

export function onSubmit(form, view, work) {
  find(form).addEventListener('submit', event => {
    event.preventDefault();
    const values = new FormData(event.target);
    press(find('button.primary', event.target), view, isHere => work(values, isHere));
  });
}
