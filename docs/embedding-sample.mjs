// The back end of a main application, as small as it can be: it serves embedding-sample.html and makes two calls to
// SceneGen that a browser may not make. Start it with the addresses of the two:
//   node docs/embedding-sample.mjs http://127.0.0.1:5080 http://127.0.0.1:5090
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const [service = 'http://127.0.0.1:5080', own = 'http://127.0.0.1:5090'] = process.argv.slice(2);
const key = process.env.SCENEGEN_KEY;
const samples = ['robot', 'fox', 'astronaut', 'wizard', 'dragon', 'teapot'];

async function ask(path, body) {
  const response = await fetch(new URL(path, service), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(key && { Authorization: `Bearer ${key}` }) },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }
  return response.json();
}

// Who is logged in is this application's own business; here every browser is a user of its own, known by a cookie.
function userOf(request) {
  return /(?:^|; )user=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? randomUUID();
}

const routes = {
  'GET /': async (request, response) => {
    const page = await readFile(new URL('embedding-sample.html', import.meta.url), 'utf8');
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Set-Cookie': `user=${userOf(request)}; HttpOnly; SameSite=Lax; Path=/`,
    });
    response.end(page.replaceAll('{{service}}', service));
  },

  // A token for the session of this user: it lasts for minutes, and the page asks for the next when it has run out.
  'POST /token': async (request, response) => {
    const { token } = await ask('/api/sessions', { sessionId: userOf(request) });
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ token }));
  },

  // Makes an avatar and announces it. Here the simulator plays the avatar service; a real one publishes AvatarGenerated.
  'POST /avatar': async (request, response) => {
    const sample = samples[Math.floor(Math.random() * samples.length)];
    await ask('/simulator/avatars', { sample, sessionId: userOf(request) });
    response.writeHead(202).end();
  },
};

createServer(async (request, response) => {
  const route = routes[`${request.method} ${new URL(request.url, own).pathname}`];
  try {
    await (route ?? ((_, answer) => answer.writeHead(404).end()))(request, response);
  } catch (error) {
    console.error(error.message);
    response.writeHead(502).end();
  }
}).listen(new URL(own).port, new URL(own).hostname, () => console.log(`${own} embeds ${service}`));
