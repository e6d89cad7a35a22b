const isTakenBack = ({ status }) => status === 'rollingBack' || status === 'rolledBack';

/** Whether the avatar of a scene is there for another: it may be unfit, or be taken back on account of any scene of it that is known. */
export const keepsAvatar = (scene, known = []) =>
  !scene.failure?.code.startsWith('avatar_')
  && ![scene, ...known].some(one => one.avatarId === scene.avatarId && isTakenBack(one));
