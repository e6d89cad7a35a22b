import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../../src/SceneGen/Web/Ui/', import.meta.url);
const folders = ['live', 'page', 'components', 'Ops'];

/** Modules ask for one another by name alone, as they are served from one place. */
const places = new Map(folders.flatMap(namesIn).map(path => [path.split('/')[1], path]));

/** A module of the page as it stands, with the modules it asks for. */
export async function load(name) {
  return import(addressOf(name));
}

function addressOf(name) {
  const text = textOf(name)
    .replace(/'\.\/([\w.-]+)'/g, (_, other) => `'${addressOf(places.get(other))}'`)
    .replaceAll('import.meta.url', '\'http://service.test/ui/file.js\'');
  return `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
}

export const textOf = name => readFileSync(new URL(name, folder), 'utf8');

export function namesIn(place) {
  return readdirSync(new URL(place, folder)).map(name => `${place}/${name}`);
}
