/** What each end of a scene that is no picture means, in plain words. */
export function endingOf({ status, failure }) {
  const sentence = failure?.message;
  const isAvatarsFault = failure?.code?.startsWith('avatar_') ?? false;
  switch (status) {
    case 'rollingBack':
      return {
        title: 'This scene could not be made',
        reason: sentence,
        avatar: 'It is being taken back now, so that nothing half-made is left behind.',
        next: 'Nothing for you to do. You can wait here, or start with a new avatar right away.',
      };
    case 'rolledBack':
      return {
        title: 'This scene could not be made',
        reason: sentence,
        avatar: 'It was taken back, so nothing half-made is left behind.',
        next: failure?.retryable
          ? 'The cause is likely to pass: start with a new avatar, now or a little later.'
          : 'Start with a new avatar.',
      };
    case 'failed':
      return {
        title: 'This scene could not be made',
        reason: sentence,
        avatar: 'It is still yours.',
        next: isAvatarsFault
          ? 'Another theme would not help here; start with a new avatar.'
          : `Choose ${failure?.retryable ? 'the same theme or another one' : 'another theme'} for the same avatar.`,
        keepsAvatar: !isAvatarsFault,
      };
    case 'canceled':
      return {
        title: 'You canceled this scene',
        reason: 'The painting was stopped, and nothing of it is kept.',
        avatar: 'It is still yours.',
        next: 'Choose a theme again whenever you like, or start with a new avatar.',
        keepsAvatar: true,
      };
    case 'expired':
      return {
        title: 'This scene waited too long',
        reason: 'No theme was chosen in time, so we stopped waiting.',
        avatar: 'It is still yours.',
        next: 'Choose a theme for it now, or start with a new avatar.',
        keepsAvatar: true,
      };
    default:
      return null;
  }
}

const chips = {
  awaitingTheme: 'Needs a theme',
  submitting: 'Painting',
  generating: 'Painting',
  storing: 'Almost there',
  rollingBack: 'Not made',
  rolledBack: 'Not made',
  failed: 'Not made',
  canceled: 'Canceled',
  expired: 'Expired',
};

export const chipOf = scene => chips[scene.status] ?? null;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const units = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

export function ago(time) {
  const seconds = (Date.now() - new Date(time)) / 1_000;
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? [];
  return unit ? relative.format(-Math.floor(seconds / size), unit) : 'just now';
}

export function sizeOf({ width, height, bytes }) {
  const kilobytes = Math.round(bytes / 1_000);
  return `${width} × ${height}, ${kilobytes < 1_000 ? `${kilobytes} kB` : `${(kilobytes / 1_000).toFixed(1)} MB`}`;
}
