/** How long it takes, as people say it: the name of the words, and a number to put into them. */
export function etaOf(seconds) {
  if (seconds === null || seconds === undefined) {
    return null;
  }
  if (seconds < 8) {
    return { words: 'etaSoon', count: 0 };
  }
  if (seconds < 50) {
    return { words: 'etaSeconds', count: Math.round(seconds / 5) * 5 };
  }
  const minutes = Math.round(seconds / 60);
  return minutes <= 1 ? { words: 'etaMinute', count: 1 } : { words: 'etaMinutes', count: minutes };
}
