/**
 * What sticks out of the screen, run in the page. What a drawing has inside is the drawing's own affair, and what a frame
 * scrolls the frame's.
 */
export function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wide = [...document.querySelectorAll('body :not(svg *, .scroll *)')].filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    const isSeen = width > 1 && height > 1;
    return isSeen && (left < -0.5 || right > clientWidth + 0.5);
  });
  const names = wide.map(({ outerHTML }) => outerHTML.slice(0, 100));
  return scrollWidth > clientWidth ? [`the page scrolls to ${scrollWidth} px`, ...names] : names;
}
