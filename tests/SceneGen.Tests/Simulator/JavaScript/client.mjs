// Does with the official client what a user does, against the address and token given; prints what came of it.
import { createServer } from 'node:http';
import { once } from 'node:events';
import Replicate, { validateWebhook } from 'replicate';

const [baseUrl, auth] = process.argv.slice(2);
const model = 'black-forest-labs/flux-2-pro';
const replicate = new Replicate({ baseUrl, auth, useFileOutput: false });
const input = (prompt) => ({ prompt, aspect_ratio: 'custom', width: 256, height: 272, output_format: 'png' });

async function hearWebhook(create) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const heard = once(server, 'request');
    await create(`http://127.0.0.1:${server.address().port}/hook`);
    const [request, response] = await heard;
    const chunks = await request.toArray();
    response.writeHead(204).end();
    return { headers: new Headers(request.headers), body: Buffer.concat(chunks).toString('utf8') };
  } finally {
    server.close();
  }
}

const blocked = await replicate.run(model, { input: input('blocked') });
const polled = await replicate.run(model, { input: input('polled'), wait: { mode: 'poll', interval: 20 } });
const avatar = new Blob([await (await fetch(polled)).arrayBuffer()], { type: 'image/png' });
const uploaded = await replicate.run(model, { input: { ...input('uploaded'), input_images: [avatar] } });
const failure = await replicate.run(model, { input: input('fail-always') }).catch((error) => error.message);

const slow = await replicate.predictions.create({ version: model, input: input('fail-slow') });
const canceled = await replicate.predictions.cancel(slow.id);
const got = await replicate.predictions.get(slow.id);

const pages = [];
for await (const page of replicate.paginate(replicate.predictions.list)) {
  pages.push(page.length);
}

const secret = (await replicate.webhooks.default.secret.get()).key;
const { headers, body } = await hearWebhook((webhook) =>
  replicate.predictions.create({ model, input: input('told'), webhook, webhook_events_filter: ['completed'] }));
const parts = {
  id: headers.get('webhook-id'),
  timestamp: headers.get('webhook-timestamp'),
  signature: headers.get('webhook-signature'),
  secret,
};

console.log(JSON.stringify({
  blocked,
  polled,
  uploaded,
  failure,
  canceled: canceled.status,
  got: got.status,
  pages,
  told: JSON.parse(body).status,
  genuine: await validateWebhook({ ...parts, body }),
  forged: await validateWebhook({ ...parts, body: `${body} ` }),
  account: (await replicate.accounts.current()).username,
  model: (await replicate.models.get('black-forest-labs', 'flux-2-pro')).name,
}));
