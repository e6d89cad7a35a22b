const undecided = new Set([401, 403, 408, 425, 429]);

export const randomText = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sends what may be done once only. The same wish, pressed again because no answer came, goes under the key that it had,
 * and the service carries it out once; after an answer it is another wish. What a wish leaves to chance is drawn with its key.
 */
export function wisher() {
  const drawn = new Map();
  return async (service, path, body, draw = () => ({})) => {
    const wish = JSON.stringify([path, body]);
    const { key, chance } = drawn.get(wish) ?? { key: randomText(), chance: draw() };
    drawn.set(wish, { key, chance });
    try {
      const answer = await service.call('POST', path, { body: { ...body, ...chance }, headers: { 'Idempotency-Key': key } });
      drawn.delete(wish);
      return answer;
    } catch (error) {
      // Such an answer says nothing of what became of the press before it.
      if (error.status >= 400 && error.status < 500 && !undecided.has(error.status)) {
        drawn.delete(wish);
      }
      throw error;
    }
  };
}
