const key = 'scenegen.session';

/** The session of this browser, as the service knows it. */
export async function currentSession(service) {
  try {
    return (await service.call('GET', 'api/sessions/current')).sessionId;
  } catch (error) {
    if (error.status === 404) {
      return rememberedSession();
    }
    throw error;
  }
}

// A service without sessions of its own: the browser remembers one.
function rememberedSession() {
  const kept = localStorage.getItem(key) ?? crypto.randomUUID();
  localStorage.setItem(key, kept);
  return kept;
}
