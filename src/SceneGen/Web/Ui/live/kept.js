/** Whether a picture has been kept for as long as pictures are. */
export const isPast = ({ expiresAt }) => Date.parse(expiresAt) <= Date.now();

export const lastDay = ({ expiresAt }, language) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(expiresAt));
