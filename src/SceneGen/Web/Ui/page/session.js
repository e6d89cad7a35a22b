import { randomText } from './wish.js';

/** The session of this browser, as the service knows it; one that keeps no cookies has one while the page is open. */
export async function currentSession(service) {
  const { sessionId } = await service.call('GET', 'api/sessions/current');
  return sessionId ?? randomText();
}
