import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = new URL('../../../../../src/SceneGen/Web/Ui/', import.meta.url);
const folders = ['live', 'page', 'components', 'Ops'];

export const textOf = name => readFileSync(new URL(name, folder), 'utf8');

export const namesIn = place => readdirSync(new URL(place, folder)).map(name => `${place}/${name}`);

// Modules ask for one another by name alone, as they are served from one place.
const served = mkdtempSync(join(tmpdir(), 'scenegen-scripts-'));
process.on('exit', () => rmSync(served, { recursive: true, force: true }));
writeFileSync(join(served, 'package.json'), '{ "type": "module" }');
for (const name of folders.flatMap(namesIn).filter(name => name.endsWith('.js'))) {
  const text = textOf(name).replaceAll('import.meta.url', '\'http://service.test/ui/file.js\'');
  writeFileSync(join(served, basename(name)), text);
}

/** A module of the page as it stands, with the modules it asks for. */
export const load = name => import(pathToFileURL(join(served, basename(name))).href);
