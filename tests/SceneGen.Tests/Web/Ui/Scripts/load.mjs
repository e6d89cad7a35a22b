import { readFileSync } from 'node:fs';

const folder = new URL('../../../../../src/SceneGen/Web/Ui/', import.meta.url);

/** A module of the page as it stands, with the modules it asks for. */
export async function load(name) {
  return import(addressOf(name));
}

function addressOf(name) {
  const text = textOf(name)
    .replace(/'\.\/([\w.-]+)'/g, (_, other) => `'${addressOf(`${folderOf(name)}/${other}`)}'`);
  return `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
}

export const textOf = name => readFileSync(new URL(name, folder), 'utf8');

const folderOf = name => name.split('/')[0];
