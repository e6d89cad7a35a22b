/**
 * Looks over a page as it is and returns what a reader with other eyes, hands or tools would trip over: one line for each
 * fault, the rule's name first. What needs the keyboard or another window is looked at from outside.
 */
() => {
  const faults = [];
  const deep = root => [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
  const all = deep(document.body);
  const parentOf = element => element.parentElement ?? element.getRootNode().host ?? null;
  const isWithin = (element, selector) => element.matches(selector) || parentOf(element) !== null && isWithin(parentOf(element), selector);
  const named = (element, id) => element.getRootNode().getElementById(id);
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable], '
    + '[role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem]';

  const isSeen = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const isExposed = element => isSeen(element) && !isWithin(element, '[aria-hidden=true]');
  const isFocusable = element => element.matches(controls) && !element.matches('[tabindex^="-"], :disabled');
  const isClipped = ({ width, height }) => width <= 1 || height <= 1;
  const fault = (rule, element, detail = '') => {
    const start = element.cloneNode(false).outerHTML.slice(0, 120);
    faults.push(`${rule}: ${start} ${detail}`.trim());
  };

  function nameOf(element) {
    const references = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const texts = references.map(id => named(element, id)).filter(Boolean).map(textOf);
    const candidates = [texts.join(' '), element.getAttribute('aria-label'), labelOf(element), element.getAttribute('alt')];
    const own = candidates.find(text => text?.trim());
    const isField = element.matches('input:not([type=submit], [type=button], [type=reset]), select, textarea');
    return (own ?? (isField ? element.title : textOf(element) || element.title || element.value) ?? '').trim();
  }

  function labelOf(element) {
    return [...(element.labels ?? [])].map(textOf).join(' ');
  }

  function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      return node.textContent;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') {
      return '';
    }
    return node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? [...node.childNodes].map(textOf).join(' ').trim();
  }

  function checkNames() {
    for (const element of all.filter(isExposed)) {
      const isField = element.matches('input:not([type=submit], [type=button], [type=reset], [type=hidden]), select, textarea');
      if (isField && !nameOf(element)) {
        fault('label', element);
      } else if (!isField && isFocusable(element) && !nameOf(element)) {
        fault('name', element);
      } else if (element.matches('dialog, [role=dialog], progress, meter, [role=progressbar], fieldset') && !groupName(element)) {
        fault('name', element);
      }
      if (element.matches('img') && !element.hasAttribute('alt') || element.matches('[role=img]') && !nameOf(element)) {
        fault('alt', element);
      }
    }
  }

  function groupName(element) {
    const legend = element.matches('fieldset') ? element.querySelector(':scope > legend') : null;
    const texts = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map(id => named(element, id));
    return element.getAttribute('aria-label') || texts.some(text => text && textOf(text)) || legend && textOf(legend)
      || labelOf(element);
  }

  function checkHeadings() {
    const headings = all.filter(element => element.matches('h1, h2, h3, h4, h5, h6') && isExposed(element));
    let before = 0;
    for (const heading of headings) {
      const level = Number(heading.tagName[1]);
      if (level > before + 1) {
        fault('headings', heading, `comes after level ${before}`);
      }
      if (level === 1 && before > 0) {
        fault('headings', heading, 'is not the only, or not the first one');
      }
      if (!textOf(heading).trim()) {
        fault('headings', heading, 'says nothing');
      }
      before = level;
    }
    if (headings.length === 0) {
      fault('headings', document.body, 'has none');
    }
  }

  function checkLandmarks() {
    const mains = all.filter(element => element.matches('main, [role=main]') && isSeen(element));
    if (mains.length !== 1) {
      fault('landmarks', document.body, `has ${mains.length} main`);
    }
    const landmarks = 'main, header, nav, footer, aside, dialog, [role=main], [role=banner], [role=navigation], '
      + '[role=contentinfo], [role=complementary], [role=region], [role=dialog], [aria-live], [role=status], [role=alert]';
    for (const element of all.filter(isExposed)) {
      if (hasText(element) && !isWithin(element, landmarks) && !element.matches('a[href^="#"]')) {
        fault('landmarks', element, 'lies in none');
      }
    }
  }

  function checkDocument() {
    if (!/^[a-z]{2,3}(-|$)/i.test(document.documentElement.lang)) {
      fault('language', document.documentElement);
    }
    if (!document.title.trim()) {
      fault('title', document.documentElement);
    }
    if (!all.some(one => one.matches('[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log], output'))) {
      fault('live', document.body, 'nothing is announced');
    }
    for (const element of all.filter(one => one.id)) {
      if (element.getRootNode().querySelectorAll(`[id="${CSS.escape(element.id)}"]`).length > 1) {
        fault('ids', element);
      }
    }
  }

  function checkReferences() {
    for (const element of all) {
      for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
        const wanted = (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
        if (wanted.some(id => !named(element, id))) {
          fault('references', element, attribute);
        }
      }
      if (element.tabIndex > 0 || isFocusable(element) && isSeen(element) && isWithin(element, '[aria-hidden=true]')) {
        fault('order', element);
      }
    }
  }

  /** 24 CSS pixels each way, unless it is a word in a line of text. */
  function checkSizes() {
    for (const element of all.filter(one => isExposed(one) && isFocusable(one))) {
      const isInText = getComputedStyle(element).display === 'inline'
        && [...element.parentNode.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
      const boxes = [element, ...(element.labels ?? [])].map(one => one.getBoundingClientRect());
      if (!isInText && !boxes.some(({ width, height }) => width >= 23.5 && height >= 23.5)) {
        fault('size', element, `${Math.round(boxes[0].width)}x${Math.round(boxes[0].height)}`);
      }
    }
  }

  function hasText(element) {
    return [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
  }

  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const colors = new Map();

  /** Any way to write a color, as red, green, blue of 0..255 and alpha of 0..1. */
  function colorOf(text) {
    if (!colors.has(text)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = text;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
      colors.set(text, [red, green, blue, alpha / 255]);
    }
    return colors.get(text);
  }

  const over = ([r, g, b, a], [r2, g2, b2]) => [r * a + r2 * (1 - a), g * a + g2 * (1 - a), b * a + b2 * (1 - a), 1];

  function luminanceOf(color) {
    const [red, green, blue] = color.map(value => value / 255).map(value =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrastOf(one, other) {
    const [light, dark] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The colors behind a text, from the outside in; null where a picture lies behind it, whose colors nobody can tell. */
  function groundOf(element) {
    const layers = [];
    for (let one = element; one; one = parentOf(one)) {
      const style = getComputedStyle(one);
      const color = colorOf(style.backgroundColor);
      layers.unshift(color);
      if (style.backgroundImage !== 'none' && color[3] < 1) {
        return null;
      }
      if (color[3] === 1) {
        break;
      }
    }
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const isDark = scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
    return layers.reduce((ground, layer) => over(layer, ground), isDark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  }

  function opacityOf(element) {
    let opacity = 1;
    for (let one = element; one; one = parentOf(one)) {
      opacity *= Number(getComputedStyle(one).opacity);
    }
    return opacity;
  }

  function checkContrast() {
    for (const element of all.filter(isSeen)) {
      const isField = element.matches('input:not([type=radio], [type=checkbox], [type=range]), textarea, select');
      const isPlain = hasText(element) || isField && (element.value || element.placeholder);
      if (!isPlain || isClipped(element.getBoundingClientRect()) || isWithin(element, ':disabled, svg, noscript')) {
        continue;
      }
      const style = getComputedStyle(element, isField && !element.value ? '::placeholder' : null);
      const ground = groundOf(element);
      const [red, green, blue, alpha] = colorOf(style.color);
      if (ground === null) {
        continue;
      }
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
      const ratio = contrastOf(over([red, green, blue, alpha * opacityOf(element)], ground), ground);
      if (ratio < (isLarge ? 3 : 4.5)) {
        fault('contrast', element, `${ratio.toFixed(2)}: ${textOf(element).slice(0, 40)}`);
      }
    }
  }

  checkDocument();
  checkNames();
  checkHeadings();
  checkLandmarks();
  checkReferences();
  checkSizes();
  checkContrast();
  return [...new Set(faults)];
}
