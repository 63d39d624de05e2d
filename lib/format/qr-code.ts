import { encode } from 'uqr';

/** A QR code as an SVG path of unit squares in a square of `size`, its white border included. */
export interface QrCode {
  size: number;
  path: string;
}

/** @param text of at most some 200 signs, so that a phone still reads it from a screen */
export function toQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
