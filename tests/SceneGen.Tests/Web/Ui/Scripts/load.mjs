import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../../../src/SceneGen/Web/Ui/', import.meta.url);
const folders = ['live', 'page', 'components', 'Ops'];

/** Modules ask for one another by name alone, as they are served from one place. */
const places = new Map(folders.flatMap(place => readdirSync(new URL(place, folder)).map(name => [name, `${place}/${name}`])));

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
