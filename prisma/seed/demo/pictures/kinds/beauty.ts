import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const hairDryer: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-20 0 h96 l16 210 q4 40 -36 40 h-56 q-34 0 -30 -40Z', p.mainFill),
      shape('M-290 -150 l110 24 v104 l-110 24Z', p.inkFill),
      box(-190, -170, 330, 190, 90, p.mainFill),
      dot(60, -76, 92, p.mainFill),
      dot(60, -76, 62, p.inkFill),
      times(5, (i) => line(`M16 ${-116 + i * 20} H104`, '#59636d', 6)),
      box(10, 70, 40, 70, 14, p.accentFill),
      line('M40 250 q10 40 90 20 q110 -30 150 10', p.ink, 14),
      shape(
        'M-170 -130 q60 -24 130 -20',
        'none',
        'stroke="#fff" stroke-width="14" stroke-linecap="round" opacity="0.45"',
      ),
    ].join(''),
};

export const curlingIron: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    group(
      'rotate(-32)',
      box(-330, -26, 40, 52, 12, p.ink),
      box(-300, -30, 320, 60, 26, p.steelFill),
      box(-240, -48, 240, 26, 12, '#98a3ac'),
      box(10, -40, 280, 80, 36, p.mainFill),
      dot(80, 0, 16, p.accent),
      dot(130, 0, 16, p.paper),
      shape('M30 -50 q40 -50 100 -20 l-10 24Z', p.ink),
      line('M290 0 q90 0 70 90 q-30 70 -150 60', p.ink, 14),
      faded(0.4, line('M40 -20 H240', '#fff', 10)),
    ),
};

export const nailLamp: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-250 240 V60 q0 -190 250 -190 t250 190 V240Z', p.mainFill),
      shape('M-180 240 V120 q0 -120 180 -120 t180 120 V240Z', '#efe3ff'),
      times(7, (i) => dot(-120 + i * 40, 60 - Math.round(24 * Math.sin((i * Math.PI) / 6)), 11, '#b9a0f0')),
      box(-280, 226, 560, 34, 14, p.paperFill),
      dot(0, -70, 26, p.accentFill),
      group('translate(-290 150)', box(-26, 10, 52, 96, 12, p.accentFill), box(-16, -70, 32, 86, 8, p.ink)),
      group('translate(290 160)', box(-26, 0, 52, 96, 12, '#de8584'), box(-16, -76, 32, 82, 8, p.ink)),
    ].join(''),
};

export const makeupBox: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-270 20 L-230 -250 H230 L270 20Z', p.mainFill),
      shape('M-210 0 L-184 -220 H184 L210 0Z', p.glassFill),
      shape('M-210 0 L-100 -220 H20 L-110 0Z', '#fff', 'opacity="0.35"'),
      box(-280, 20, 560, 238, 22, p.mainFill),
      box(-250, 40, 500, 120, 10, p.inkFill),
      times(6, (i) =>
        dot(
          -206 + i * 56,
          76,
          21,
          ['#e9a9a0', '#c9747a', '#d9a06a', '#8f5a52', '#e8c9b0', '#a995c2'][i] ?? p.main,
        ),
      ),
      times(4, (i) => dot(-206 + i * 56, 126, 21, ['#f2c6bb', '#b25a60', '#7a5a86', '#d8b48a'][i] ?? p.main)),
      line('M130 140 L220 60', p.woodFill, 12),
      oval(226, 54, 20, 30, '#e8d3c0', 'transform="rotate(45 226 54)"'),
      box(-50, 190, 100, 34, 12, p.accentFill),
    ].join(''),
};

export const massageGun: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M40 -20 h110 l20 240 q4 40 -40 40 h-50 q-40 0 -40 -40Z', p.inkFill),
      times(6, (i) => line(`M66 ${60 + i * 26} h78`, '#59636d', 6)),
      box(-150, -170, 390, 170, 80, p.mainFill),
      dot(160, -86, 46, p.inkFill),
      times(8, (i) => group(`translate(160 -86) rotate(${i * 45})`, box(-4, -34, 8, 20, 3, p.accent))),
      box(-210, -120, 70, 70, 12, p.steelFill),
      dot(-256, -86, 64, p.inkFill),
      dot(-274, -106, 20, '#ffffff', 'opacity="0.25"'),
      group('translate(-210 190)', dot(0, 20, 44, p.accentFill), box(-12, -50, 24, 40, 6, p.steelFill)),
      group(
        'translate(-90 190)',
        shape('M-34 60 l10 -90 h48 l10 90 q-34 16 -68 0Z', p.inkFill),
        box(-12, -60, 24, 36, 6, p.steelFill),
      ),
    ].join(''),
};

export const ledMask: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      dot(0, 10, 300, p.pale, 'opacity="0.3"'),
      shape(
        'M-200 -180 Q0 -320 200 -180 Q240 20 160 150 Q80 260 0 260 T-160 150 Q-240 20 -200 -180Z',
        p.paperFill,
      ),
      shape(
        'M-140 -70 q60 -40 110 0 q-20 50 -60 46 q-40 0 -50 -46Z M140 -70 q-60 -40 -110 0 q20 50 60 46 q40 0 50 -46Z',
        '#4a3f45',
      ),
      shape('M-24 60 q24 20 48 0 l-10 30 h-28Z', '#d8cdbb'),
      shape('M-60 150 q60 -30 120 0 q-60 40 -120 0Z', '#4a3f45'),
      faded(
        0.9,
        times(9, (i) => dot(-140 + i * 35, -150 - Math.round(40 * Math.sin((i * Math.PI) / 8)), 8, p.main)),
        times(
          5,
          (i) => dot(-150 + i * 18, 30 + i * 30, 8, p.main) + dot(150 - i * 18, 30 + i * 30, 8, p.main),
        ),
      ),
      line('M-206 -60 q-60 20 -70 90 M206 -60 q60 20 70 90', p.ink, 16),
    ].join(''),
};

export const vanity: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      line('M0 120 V230', p.steelFill, 18),
      oval(0, 240, 140, 22, p.mainFill),
      ring(0, -50, 176, p.mainFill, 40, '#cfe6ee'),
      times(12, (i) =>
        dot(
          Math.round(176 * Math.cos((i * Math.PI) / 6)),
          Math.round(-50 + 176 * Math.sin((i * Math.PI) / 6)),
          14,
          '#fff3cf',
        ),
      ),
      shape('M-130 20 L40 -190 q60 20 90 70 L-50 100 q-60 -20 -80 -80Z', '#ffffff', 'opacity="0.45"'),
      group(
        'translate(220 170)',
        box(-34, -20, 68, 110, 12, p.accentFill),
        box(-22, -70, 44, 54, 8, p.steelFill),
      ),
      group(
        'translate(-230 190)',
        box(-50, 0, 100, 70, 20, p.paperFill),
        box(-54, -26, 108, 34, 12, p.accent),
      ),
    ].join(''),
};
