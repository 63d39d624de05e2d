import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const gamepad: Drawing = {
  setting: 'table',
  draw: (p) =>
    group(
      'translate(0 40)',
      box(-210, -150, 120, 60, 26, p.ink),
      box(90, -150, 120, 60, 26, p.ink),
      shape(
        'M-190 -130 q190 -40 380 0 q90 20 110 150 q20 150 -40 180 q-70 10 -110 -90 h-300 q-40 100 -110 90 q-60 -30 -40 -180 q20 -130 110 -150Z',
        p.mainFill,
      ),
      box(-214, -40, 108, 34, 12, p.ink),
      box(-177, -77, 34, 108, 12, p.ink),
      dot(160, -74, 22, '#e8574a'),
      dot(204, -26, 22, '#f2b63c'),
      dot(116, -26, 22, '#4a8fd9'),
      dot(160, 22, 22, '#58b368'),
      dot(-76, 60, 46, p.inkFill),
      dot(76, 60, 46, p.inkFill),
      dot(-76, 54, 28, '#59636d'),
      dot(76, 54, 28, '#59636d'),
      box(-44, -70, 34, 16, 8, p.deep),
      box(12, -70, 34, 16, 8, p.deep),
      shape(
        'M-180 -110 q180 -34 350 0',
        'none',
        'stroke="#fff" stroke-width="12" stroke-linecap="round" opacity="0.35"',
      ),
    ),
};

export const handheld: Drawing = {
  setting: 'table',
  draw: (p) =>
    group(
      'translate(0 56)',
      box(-320, -120, 120, 320, 56, p.mainFill),
      box(200, -120, 120, 320, 56, p.accentFill),
      box(-220, -120, 440, 320, 14, p.inkFill),
      box(-190, -94, 380, 268, 8, '#8fd0e8'),
      shape('M-190 110 q90 -90 170 -20 q90 -110 210 0 v84 h-380Z', '#6bb36a'),
      dot(110, -40, 34, '#fff2b8'),
      box(-40, 60, 44, 60, 10, '#d8453e'),
      dot(-18, 40, 24, '#f3c9a0'),
      dot(-260, -50, 32, p.ink),
      times(4, (i) => dot(-260 + acrossOf(i), 70 + downOf(i), 13, p.ink)),
      dot(260, 90, 32, p.ink),
      times(4, (i) => dot(260 + acrossOf(i), -30 + downOf(i), 13, p.ink)),
    ),
};

export const boardGame: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-320 210 L-200 -20 H200 L320 210Z', p.mainFill),
      shape('M-280 190 L-180 0 H180 L280 190Z', p.paperFill),
      times(5, (i) => line(`M${-180 + i * 90} 0 L${-280 + i * 140} 190`, p.pale, 6)),
      times(3, (i) => line(`M${-200 - i * 26} ${44 + i * 48} H${200 + i * 26}`, p.pale, 6)),
      shape('M-320 210 h640 v30 h-640Z', p.deep),
      group(
        'translate(-130 40)',
        shape('M-30 60 q0 -60 30 -66 q30 6 30 66Z', p.accentFill),
        dot(0, -24, 24, p.accentFill),
      ),
      group(
        'translate(-20 90)',
        shape('M-30 60 q0 -60 30 -66 q30 6 30 66Z', '#4a8fd9'),
        dot(0, -24, 24, '#4a8fd9'),
      ),
      group(
        'translate(110 30)',
        shape('M-30 60 q0 -60 30 -66 q30 6 30 66Z', '#e8b04a'),
        dot(0, -24, 24, '#e8b04a'),
      ),
      group(
        'translate(160 120) rotate(14)',
        box(-44, -44, 88, 88, 16, '#fffdf7'),
        dot(-20, -20, 9, p.ink),
        dot(20, 20, 9, p.ink),
        dot(0, 0, 9, '#d8453e'),
      ),
      group(
        'translate(-50 -130) rotate(-8)',
        box(-70, -70, 110, 150, 12, p.accentFill),
        box(-58, -58, 86, 126, 8, '#ffffff', 'opacity="0.3"'),
      ),
      group('translate(60 -140) rotate(9)', box(-50, -70, 110, 150, 12, '#fffdf7'), dot(6, 4, 30, p.main)),
    ].join(''),
};

export const telescope: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M0 20 L-150 256 M0 20 L150 256 M0 20 L10 256', p.ink, 18),
      group(
        'translate(0 -20) rotate(-28)',
        box(-210, -50, 380, 100, 16, p.mainFill),
        box(150, -66, 130, 132, 16, p.inkFill),
        oval(280, 0, 20, 60, p.glassFill),
        box(-280, -34, 90, 68, 12, p.steelFill),
        box(-310, -24, 40, 48, 10, p.ink),
        box(-100, -86, 150, 26, 12, p.accentFill),
        box(-60, 40, 90, 34, 10, p.ink),
      ),
      dot(0, 16, 34, p.inkFill),
    ].join(''),
};

export const puzzle: Drawing = {
  setting: 'cloth',
  draw: (p) => {
    const piece = (fill: string) =>
      shape(
        'M-90 -90 h60 q-20 -50 30 -54 q50 4 30 54 h60 v60 q50 -20 54 30 q-4 50 -54 30 v60 h-180 v-60 q50 20 54 -30 q-4 -50 -54 -30Z',
        fill,
      );
    return [
      group('translate(-130 -90) rotate(-4)', piece(p.mainFill)),
      group('translate(80 -90)', piece(p.accentFill)),
      group('translate(-120 130) rotate(3)', piece('#e8c15a')),
      group('translate(130 120) rotate(22)', piece('#7fae8f')),
    ].join('');
  },
};

export const yarn: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      line('M-40 -240 L150 120', p.woodFill, 14),
      line('M120 -260 L-70 110', p.woodFill, 14),
      dot(-40, -240, 18, p.accent),
      dot(120, -260, 18, p.accent),
      dot(-60, 110, 150, p.mainFill),
      faded(
        0.55,
        line(
          'M-200 90 q140 -110 280 10 M-190 150 q130 -130 270 -20 M-150 220 q60 -200 200 -190 M-60 256 q-40 -200 60 -280',
          p.deep,
          9,
        ),
      ),
      dot(150, 170, 92, p.accentFill),
      faded(
        0.5,
        line('M66 150 q80 -60 170 10 M74 200 q80 -90 166 -10 M120 250 q10 -120 80 -150', '#ffffff', 7),
      ),
      line('M230 210 q80 60 110 10', p.accent, 8),
    ].join(''),
};

export const easel: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M0 -310 L-170 256 M0 -310 L170 256 M0 -310 V200', p.woodFill, 20),
      box(-190, -200, 380, 290, 6, '#fffdf7'),
      shape('M-170 70 v-60 q90 -90 170 -20 q70 -80 170 -10 v90Z', p.main),
      shape('M-170 70 v-20 q160 -50 340 -6 v26Z', p.deep),
      dot(90, -120, 36, p.accent),
      box(-210, 90, 420, 24, 8, p.woodFill),
      times(4, (i) =>
        group(
          `translate(${-120 + i * 50} 88)`,
          box(-5, -56, 10, 56, 3, '#a87646'),
          shape('M-8 -56 q8 -36 16 0Z', ['#d8453e', '#4a8fd9', '#e8b04a', '#58b368'][i] ?? p.ink),
        ),
      ),
    ].join(''),
};

export const rcCar: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M170 -40 V-260', p.ink, 5),
      dot(170, -262, 9, p.accent),
      shape(
        'M-280 90 q10 -60 90 -66 l60 -70 q20 -30 70 -30 h120 q40 0 70 40 l60 60 q90 10 100 70 v40 h-570Z',
        p.mainFill,
      ),
      shape('M-110 20 l46 -60 q10 -12 40 -12 h40 v72Z M40 20 v-72 h50 q24 0 40 22 l40 50Z', p.glassFill),
      box(-300, 116, 600, 40, 18, p.inkFill),
      times(
        2,
        (i) =>
          ring(i ? 176 : -176, 166, 68, p.ink, 40, p.steelFill) + ring(i ? 176 : -176, 166, 30, p.accent, 8),
      ),
      shape('M-90 30 h280 l-20 30 h-260Z', p.accent),
      box(240, 90, 50, 24, 10, '#ffe9a8'),
    ].join(''),
};

/** The four buttons of a cross stand around its centre. */
function acrossOf(index: number) {
  return Math.round(26 * Math.sin((index * Math.PI) / 2));
}

function downOf(index: number) {
  return Math.round(-26 * Math.cos((index * Math.PI) / 2));
}
