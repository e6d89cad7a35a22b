import * as api from './api.js';
import { paintNews } from './stage.js';

let toldOf = null;
let asked = 0;

/** What happened beside the way is told too; without it the way alone has to do. */
export async function tellOfTheWay({ id }) {
  const mine = ++asked;
  if (toldOf !== id) {
    toldOf = id;
    paintNews([]);
  }
  try {
    const items = await api.timeline(id);
    if (mine === asked) {
      paintNews(items);
    }
  } catch (error) {
    console.info('What happened to the scene could not be read.', error.message);
  }
}
