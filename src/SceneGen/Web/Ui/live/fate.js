const gone = new Set();

/** What scenes tell of their avatar: it was taken back for good, or is just being taken back, or stays. */
export function fateOf({ avatarId }, scenes) {
  const states = new Set(scenes.filter(one => one.avatarId === avatarId).map(({ status }) => status));
  if (gone.has(avatarId) || states.has('rolledBack')) {
    return 'gone';
  }
  return states.has('rollingBack') ? 'going' : 'stays';
}

/** The scenes that are known need not be all there are: what is refused tells of the others. */
export function learnFate({ avatarId }, { code }) {
  if (code === 'avatar_gone') {
    gone.add(avatarId);
  }
}

export const isUnfit = ({ failure }) => failure?.code.startsWith('avatar_') ?? false;

/** Whether another scene can be made of a scene's avatar, as far as is known. */
export const keepsAvatar = (scene, known = []) => !isUnfit(scene) && fateOf(scene, [scene, ...known]) === 'stays';
