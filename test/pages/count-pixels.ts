import type { Locator } from 'playwright-core';

/** How far from a hue, in degrees of OKLCH, a colour still looks like it. */
const NEAR_DEG = 30;
/** Below this chroma a colour is a grey. */
const LEAST_CHROMA = 0.025;

/** How many pixels of an element as it is seen now look like `color`, whatever their lightness. */
export async function countPixels(element: Locator, color: string): Promise<number> {
  const screenshot = (await element.screenshot()).toString('base64');
  const browser = element.page().context().browser();
  if (browser === null) throw new Error('Cannot count pixels: the browser is gone');
  const darkroom = await browser.newPage();
  try {
    return await darkroom.evaluate(count, { screenshot, color, NEAR_DEG, LEAST_CHROMA });
  } finally {
    await darkroom.close();
  }
}

type Task = { screenshot: string; color: string; NEAR_DEG: number; LEAST_CHROMA: number };

// It runs in the browser, so all that it needs is inside it.
async function count({ screenshot, color, NEAR_DEG: near, LEAST_CHROMA: least }: Task) {
  const image = new Image();
  image.src = `data:image/png;base64,${screenshot}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (context === null) throw new Error('Cannot count pixels: no canvas');

  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const wanted = polar(...context.getImageData(0, 0, 1, 1).data);
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let found = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
    // A grey needs no arithmetic.
    if (Math.max(red, green, blue) - Math.min(red, green, blue) < 8) continue;
    const { hue, chroma } = polar(red, green, blue);
    const apart = Math.abs(hue - wanted.hue);
    if (chroma >= least && Math.min(apart, 360 - apart) <= near) found += 1;
  }
  return found;

  // https://bottosson.github.io/posts/oklab/
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- the browser is sent only the function around it
  function polar(...rgb: number[]) {
    const [r = 0, g = 0, b = 0] = rgb.map((part) =>
      part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    const alpha = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
    const beta = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
    const hue = ((Math.atan2(beta, alpha) * 180) / Math.PI + 360) % 360;
    return { hue, chroma: Math.hypot(alpha, beta) };
  }
}
