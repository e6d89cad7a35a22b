const texts = {
  en: {
    waiting: 'Your avatar is on its way…',
    waitingMore: 'It shows up here by itself as soon as it is made.',
    themeTitle: 'Where should it be?',
    make: 'Make my scene',
    cancel: 'Cancel',
    retry: 'Try again',
    again: 'Same avatar, new theme',
    full: 'Open full size',
    alt: 'Your avatar in its scene',
    canceled: 'The scene was canceled',
    expired: 'This scene waited too long',
    attempt: 'attempt {attempt}',
    etaSoon: 'a few seconds left',
    etaSeconds: 'about {count} seconds left',
    etaMinute: 'about a minute left',
    etaMinutes: 'about {count} minutes left',
    over: 'The picture is no longer there',
    kept: 'It was kept until {day}.',
    makeAgain: 'Make it again',
    notLoaded: 'The picture could not be loaded just now.',
    lost: 'The connection is interrupted. Trying again…',
    gone: 'This scene is not there.',
    entry: 'Your visit here has run out. One moment…',
  },
  de: {
    waiting: 'Der Avatar ist unterwegs…',
    waitingMore: 'Er erscheint hier von selbst, sobald er fertig ist.',
    themeTitle: 'Wo soll es sein?',
    make: 'Szene malen',
    cancel: 'Abbrechen',
    retry: 'Noch einmal versuchen',
    again: 'Gleicher Avatar, neues Thema',
    full: 'In voller Größe öffnen',
    alt: 'Der Avatar in seiner Szene',
    canceled: 'Die Szene wurde abgebrochen',
    expired: 'Diese Szene hat zu lange gewartet',
    attempt: 'Versuch {attempt}',
    etaSoon: 'noch ein paar Sekunden',
    etaSeconds: 'noch etwa {count} Sekunden',
    etaMinute: 'noch etwa eine Minute',
    etaMinutes: 'noch etwa {count} Minuten',
    over: 'Das Bild gibt es nicht mehr',
    kept: 'Es wurde bis zum {day} aufbewahrt.',
    makeAgain: 'Noch einmal malen',
    notLoaded: 'Das Bild war gerade nicht zu laden.',
    lost: 'Die Verbindung ist unterbrochen. Es wird weiter versucht…',
    gone: 'Diese Szene gibt es nicht.',
    entry: 'Der Besuch hier ist abgelaufen. Einen Moment…',
  },
};

export const languageOf = element =>
  (element.closest('[lang]')?.lang || navigator.language).toLowerCase().startsWith('de') ? 'de' : 'en';

export const textsFor = language => texts[language];

export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
