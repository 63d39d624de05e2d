import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const umbrella: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M0 -60 V190 q0 50 -44 50 t-44 -44', p.woodFill, 16),
      shape(
        'M-320 -40 Q-280 -290 0 -300 Q280 -290 320 -40 Q260 -90 214 -40 Q160 -90 107 -40 Q54 -90 0 -40 Q-54 -90 -107 -40 Q-160 -90 -214 -40 Q-260 -90 -320 -40Z',
        p.mainFill,
      ),
      shape(
        'M-107 -40 Q-110 -210 0 -300 Q110 -210 107 -40 Q54 -90 0 -40 Q-54 -90 -107 -40Z',
        p.accentFill,
        'opacity="0.75"',
      ),
      line('M0 -300 V-330', p.ink, 12),
    ].join(''),
};

export const handCart: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M240 -280 V140', p.inkFill, 20),
      line('M240 -280 h-50', p.ink, 26),
      box(-240, 150, 500, 36, 12, p.mainFill),
      dot(-170, 216, 42, p.ink),
      dot(190, 216, 42, p.ink),
      dot(-170, 216, 16, p.steelFill),
      dot(190, 216, 16, p.steelFill),
      box(-200, -10, 210, 160, 6, '#cfa67a'),
      box(-120, -10, 40, 160, 0, '#e6cda4'),
      box(20, 20, 190, 130, 6, '#c0925f'),
      box(90, 20, 40, 130, 0, '#e0c090'),
      box(-160, -130, 180, 120, 6, '#dab88a'),
      box(-90, -130, 36, 120, 0, '#efdcb8'),
    ].join(''),
};

export const movingBoxes: Drawing = {
  setting: 'floor',
  draw: (p) => {
    const carton = (x: number, y: number, w: number, h: number, tone: string) =>
      box(x, y, w, h, 6, tone) +
      box(x + w / 2 - 22, y, 44, h, 0, '#ffffff', 'opacity="0.3"') +
      box(x + 22, y + h - 56, 60, 34, 4, p.accent, 'opacity="0.7"');
    return [
      carton(-270, 40, 250, 218, '#cfa67a'),
      carton(0, 70, 270, 188, '#bf915c'),
      carton(-180, -140, 240, 180, '#dab88a'),
      shape('M-180 -140 l-50 -50 h110 l40 50Z M60 -140 l50 -50 h-110 l-40 50Z', '#c79a66'),
      group(
        'translate(160 20)',
        box(-60, -60, 150, 110, 10, p.mainFill),
        line('M-20 -60 q0 -40 34 -40 t34 40', p.deep, 12),
      ),
    ].join('');
  },
};

export const plantPots: Drawing = {
  setting: 'floor',
  draw: (p) => {
    const leaf = (x: number, y: number, turn: number, size: number) =>
      group(
        `translate(${x} ${y}) rotate(${turn}) scale(${size})`,
        shape('M0 0 Q-50 -90 0 -200 Q50 -90 0 0Z', '#6f9a63'),
        line('M0 0 V-170', '#4f7a4c', 5),
      );
    return [
      times(7, (i) => leaf(-70, 60, -66 + i * 22, 1.3)),
      shape('M-180 50 h220 l-34 208 h-152Z', p.mainFill),
      box(-192, 34, 244, 40, 12, p.deep),
      times(5, (i) => leaf(180, 130, -50 + i * 25, 0.7)),
      shape('M110 124 h140 l-20 134 h-100Z', p.accentFill),
      box(102, 114, 156, 28, 10, p.accent),
    ].join('');
  },
};

export const metalDetector: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M200 -250 L-120 200', p.inkFill, 22),
      line('M60 -60 L170 40', p.ink, 26),
      shape('M120 -220 q60 -70 130 -20 l-40 60Z', p.mainFill),
      box(60, -190, 110, 80, 18, p.mainFill, 'transform="rotate(-54 115 -150)"'),
      oval(-150, 226, 150, 34, 'none', `stroke="${p.ink}" stroke-width="26"`),
      oval(-150, 222, 150, 34, 'none', `stroke="${p.main}" stroke-width="12"`),
      line('M160 -180 q-80 40 -110 130 t-120 230', p.accent, 7),
    ].join(''),
};

export const walkieTalkie: Drawing = {
  setting: 'table',
  draw: (p) => {
    const radio = [
      box(30, -320, 26, 150, 12, p.ink),
      box(-90, -180, 180, 430, 36, p.mainFill),
      box(-60, -140, 120, 90, 12, '#cfe3c6'),
      line('M-34 -96 h68', p.ink, 12),
      times(5, (i) => box(-54, -10 + i * 24, 108, 10, 5, p.deep)),
      dot(-34, 160, 22, p.accentFill),
      dot(34, 160, 22, p.ink),
      box(-110, -60, 24, 110, 10, p.ink),
    ].join('');
    return group('translate(-120 14) rotate(-7)', radio) + group('translate(130 10) rotate(6)', radio);
  },
};

export const fishingRod: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-240 220 Q60 -60 300 -300', p.ink, 12),
      line('M-290 256 L-150 128', '#c9a06a', 32),
      line('M300 -300 Q330 -60 270 90', '#f5f0e4', 3),
      shape('M256 90 q14 -30 28 0 v34 q-14 20 -28 0Z', p.accent),
      ring(-110, 160, 54, p.mainFill, 26, p.steelFill),
      line('M-110 160 l60 30', p.ink, 14),
      dot(-46, 192, 16, p.ink),
      group(
        'translate(120 190)',
        box(-110, -50, 220, 118, 16, p.mainFill),
        box(-110, -50, 220, 36, 12, p.deep),
        line('M-50 -50 q0 -44 50 -44 t50 44', p.ink, 13),
        box(-18, -30, 36, 34, 8, p.steelFill),
      ),
    ].join(''),
};

export const safe: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-240, -240, 480, 480, 40, p.mainFill),
      box(-200, -200, 400, 400, 24, p.deep, 'opacity="0.6"'),
      times(12, (i) => box(-120 + (i % 3) * 66, -150 + Math.floor(i / 3) * 62, 48, 46, 12, p.paperFill)),
      ring(120, 20, 60, p.steelFill, 22, p.ink),
      line('M120 -30 V70 M70 20 H170', '#bcc5cc', 12),
      faded(0.3, line('M-180 170 H180', '#fff', 12)),
      box(-200, 238, 70, 22, 6, p.ink),
      box(130, 238, 70, 22, 6, p.ink),
    ].join(''),
};
