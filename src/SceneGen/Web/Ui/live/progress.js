// As the service reckons: where an attempt's part begins and ends, and the painting within it.
const [firstPart, lastPart, firstAttempt] = [5, 98, 80];
const [paintingBegins, paintingEnds] = [0.15, 0.85];
const halfPainted = 10;

/** Where the state after this one begins; nothing but its arrival goes beyond it. */
export function nextStart({ status, step }) {
  let [begin, end] = [firstPart, firstAttempt];
  for (let before = 1; before < step.attempt; before++) {
    [begin, end] = [end, (end + lastPart) / 2];
  }
  const share = { submitting: paintingBegins, generating: paintingEnds }[status];
  return share ? begin + (end - begin) * share : status === 'storing' ? 99 : step.percent;
}

/** How far a scene has come so many seconds after it was said to be this far. */
export function percentAfter(scene, seconds) {
  const { percent, etaSeconds } = scene.step;
  const half = etaSeconds > 0 ? etaSeconds / 2 : halfPainted;
  const rest = Math.max(0, nextStart(scene) - percent);
  return percent + rest * Math.max(0, seconds) / (Math.max(0, seconds) + half);
}

/** What a scene's progress and its rest of time are between two answers, neither of which ever goes back. */
export function betweenAnswers(now = () => Date.now()) {
  let [scene, since, least] = [null, 0, 0];

  const elapsed = () => (now() - since) / 1_000;
  const percent = () => {
    least = Math.max(least, percentAfter(scene, elapsed()));
    return Math.floor(least);
  };

  /** An answer that says what the last one did is no news, and the clock goes on. */
  function take(next) {
    if (scene?.step === next.step && scene.status === next.status) {
      return;
    }
    const goesOn = scene?.id === next.id && scene.step.attempt <= next.step.attempt && nextStart(scene) <= nextStart(next);
    least = goesOn ? Math.max(percent(), next.step.percent) : next.step.percent;
    [scene, since] = [next, now()];
  }

  /** Null where nothing is known, and where it takes longer than was thought. */
  function secondsLeft() {
    const left = (scene?.step.etaSeconds ?? 0) - elapsed();
    return left > 0 ? left : null;
  }

  return { take, percent, secondsLeft };
}
