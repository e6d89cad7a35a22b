/** Before anything has the focus: how each control looks, and what is around it. */
() => {
  document.activeElement?.blur();
  const looksOf = element => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecoration } =
      getComputedStyle(element);
    const outline = outlineStyle === 'none' || outlineWidth === '0px' ? 'none' : [outlineStyle, outlineWidth, outlineColor];
    return [outline, boxShadow, borderColor, backgroundColor, textDecoration].join();
  };
  const deep = root => [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
  const parentOf = element => element?.parentElement ?? element?.getRootNode().host ?? null;
  const focused = (root = document) => root.activeElement?.shadowRoot ? focused(root.activeElement.shadowRoot) : root.activeElement;
  const near = element => [element, parentOf(element), parentOf(parentOf(element))].filter(Boolean);
  const before = new Map(deep(document).map(element => [element, looksOf(element)]));

  /** What is wrong with where the focus is; null when it has left the page. */
  window.faultsOfFocus = () => {
    const element = focused();
    if (!element || element === document.body) {
      return null;
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    const start = element.cloneNode(false).outerHTML.slice(0, 120);
    const isCovered = !hit || !(element.contains(hit) || hit.contains(element) || element.parentNode.contains(hit));
    return [
      near(element).some(one => before.get(one) !== looksOf(one)) ? null : `focus: ${start} looks the same with it`,
      isCovered ? `focus: ${start} is covered` : null,
    ].filter(Boolean);
  };
}
