import { box, dot, faded, group, line, oval, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const suitcase: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-70 -190 V-310 H70 V-190', p.steelFill, 16),
      box(-84, -326, 168, 30, 14, p.inkFill),
      box(-190, -200, 380, 430, 50, p.mainFill),
      times(6, (i) => box(-150 + i * 54, -180, 14, 390, 7, p.deep, 'opacity="0.5"')),
      box(-194, -10, 388, 14, 0, p.deep),
      box(-40, -216, 80, 26, 12, p.ink),
      box(160, -30, 40, 60, 10, p.steelFill),
      shape(
        'M-160 -160 q20 -20 60 -20',
        'none',
        'stroke="#fff" stroke-width="16" stroke-linecap="round" opacity="0.5"',
      ),
      dot(-140, 236, 24, p.ink),
      dot(140, 236, 24, p.ink),
      group('translate(110 -120) rotate(12)', box(-34, -10, 68, 96, 10, p.accentFill), dot(0, 8, 7, p.paper)),
    ].join(''),
};

export const duffel: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-120 40 q20 -200 120 -200 t120 200', p.deep, 24),
      box(-300, -30, 600, 280, 110, p.mainFill),
      oval(-226, 110, 70, 130, p.deep, 'opacity="0.45"'),
      oval(226, 110, 70, 130, p.deep, 'opacity="0.45"'),
      line('M-190 20 H190', p.paper, 9, 'stroke-dasharray="12 9"'),
      box(-160, 90, 320, 130, 26, p.accentFill),
      line('M-130 116 H130', '#ffffff', 7, 'opacity="0.7"'),
      line('M-120 30 V250 M120 30 V250', p.ink, 18),
    ].join(''),
};

export const neckPillow: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      shape(
        'M-60 220 q-200 -10 -200 -230 q0 -220 260 -220 t260 220 q0 220 -200 230 q-70 -4 -66 -70 q4 -50 60 -60 q60 -10 60 -90 q-4 -80 -114 -80 t-114 80 q0 80 60 90 q56 10 60 60 q4 66 -66 70Z',
        p.mainFill,
      ),
      line('M-200 -40 q10 -120 130 -140', '#ffffff', 16, 'opacity="0.35"'),
      group(
        'translate(20 60) rotate(-8)',
        shape(
          'M-120 -40 q110 -30 240 0 q10 70 -40 84 q-50 6 -80 -30 q-30 36 -80 30 q-50 -14 -40 -84Z',
          p.inkFill,
        ),
        line('M-120 -20 q-60 -10 -70 -40 M120 -20 q60 -10 70 -40', p.ink, 9),
      ),
    ].join(''),
};

export const adapterSet: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      group(
        'translate(-130 -40) rotate(-10)',
        box(-110, -120, 220, 240, 44, p.mainFill),
        box(-40, -160, 16, 50, 5, p.steelFill),
        box(24, -160, 16, 50, 5, p.steelFill),
        dot(-36, -10, 18, p.ink),
        dot(36, -10, 18, p.ink),
        box(-50, 50, 42, 18, 5, p.ink),
        box(10, 50, 42, 18, 5, p.ink),
      ),
      group(
        'translate(150 -80) rotate(16)',
        box(-80, -90, 160, 180, 36, p.paperFill),
        dot(-26, 0, 14, p.ink),
        dot(26, 0, 14, p.ink),
        box(-30, -128, 12, 44, 4, p.steelFill),
        box(18, -128, 12, 44, 4, p.steelFill),
      ),
      line('M-20 180 q100 80 170 0 t170 -20', p.ink, 12),
      box(-80, 150, 80, 50, 14, p.accentFill),
      box(300, 130, 50, 40, 10, p.accentFill),
    ].join(''),
};

export const luggageScale: Drawing = {
  setting: 'cloth',
  draw: (p) =>
    [
      box(-150, -210, 300, 160, 70, p.mainFill),
      box(-90, -170, 180, 80, 16, '#cfe3c6'),
      line('M-60 -130 h34 M-10 -130 h34 M40 -130 h24', p.ink, 14),
      line('M0 -50 V60', p.inkFill, 26),
      line('M0 60 q0 60 56 60 t50 -66', p.steelFill, 18),
      group(
        'translate(-190 120) rotate(-12)',
        box(-70, -90, 140, 190, 14, p.accentFill),
        dot(0, -10, 38, '#f6d17c'),
        line('M-40 70 h80', '#f6d17c', 8),
      ),
      faded(0.35, line('M-120 -180 q20 -14 60 -16', '#fff', 14)),
    ].join(''),
};
