/** The session of this browser, as the service knows it; one that keeps no cookies has one while the page is open. */
export async function currentSession(service) {
  const { sessionId } = await service.call('GET', 'api/sessions/current');
  return sessionId ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
