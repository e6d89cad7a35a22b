const patience = 15_000;
const form = document.querySelector('#sign-in');
const fault = document.querySelector('#fault');

const reasons = {
  over: 'You are no longer signed in: eight hours have gone by, or your key was revoked or has expired. Sign in, and you are back where you were.',
  left: 'You are signed out.',
};
const why = new URLSearchParams(location.search).get('why');
document.querySelector('#why').textContent = reasons[why] ?? '';

form.addEventListener('submit', async event => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  fault.hidden = true;
  try {
    await enter(form.elements.key.value.trim());
    enterAgain();
  } catch (error) {
    fault.textContent = error.message;
    fault.hidden = false;
    form.elements.key.focus();
  } finally {
    button.disabled = false;
  }
});

/** To the view that was left, without the word why it was. */
function enterAgain() {
  if (location.search) {
    location.replace(location.pathname + location.hash);
  } else {
    location.reload();
  }
}

async function enter(key) {
  let response;
  try {
    response = await fetch('/ops/enter', {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(patience),
    });
  } catch {
    throw new Error('The service does not answer, or this is no key.');
  }
  if (!response.ok) {
    const problem = response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
    throw new Error(problem.detail ?? `The service answered ${response.status}.`);
  }
}
