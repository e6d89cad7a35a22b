const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';

const numberOf = text => [...text].reduce((sum, digit) => sum * 83 + digits.indexOf(digit), 0);
const toLinear = byte => (byte <= 10.31475 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const toByte = light => Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
const signedSquare = value => Math.sign(value) * value * value;

/** The colours of a picture that is known by a few characters only, as rows of RGBA; null where they are no blurhash. */
export function pixelsOf(hash, width, height) {
  const size = numberOf(hash[0] ?? '');
  const [across, down] = [(size % 9) + 1, Math.floor(size / 9) + 1];
  if (hash.length !== 4 + 2 * across * down) {
    return null;
  }
  const colours = coloursOf(hash, across * down);
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const light = [0, 0, 0];
      colours.forEach((colour, place) => {
        const wave = Math.cos(Math.PI * x * (place % across) / width) * Math.cos(Math.PI * y * Math.floor(place / across) / height);
        colour.forEach((value, channel) => { light[channel] += value * wave; });
      });
      pixels.set([...light.map(toByte), 255], 4 * (y * width + x));
    }
  }
  return pixels;
}

function coloursOf(hash, count) {
  const strongest = (numberOf(hash[1]) + 1) / 166;
  return Array.from({ length: count }, (_, place) => {
    if (place === 0) {
      const mean = numberOf(hash.slice(2, 6));
      return [mean >> 16, (mean >> 8) & 255, mean & 255].map(toLinear);
    }
    const value = numberOf(hash.slice(4 + place * 2, 6 + place * 2));
    return [Math.floor(value / 361), Math.floor(value / 19) % 19, value % 19].map(part => signedSquare((part - 9) / 9) * strongest);
  });
}

/** Paints a small canvas with it, which its style may stretch; says whether there was anything to paint. */
export function paintBlurhash(canvas, hash) {
  const [width, height] = [canvas.width, canvas.height] = [32, 18];
  const pixels = hash ? pixelsOf(hash, width, height) : null;
  if (pixels) {
    canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  }
  return pixels !== null;
}
