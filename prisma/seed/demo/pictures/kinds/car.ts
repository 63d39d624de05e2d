import { box, dot, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const roofBox: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      shape('M-200 -150 q30 -60 110 -60 h220 q110 10 150 70 l-20 20 h-450Z', p.inkFill),
      shape('M-180 -146 q40 -40 100 -40 h190 q90 8 130 50Z', '#ffffff', 'opacity="0.15"'),
      line('M-120 -118 V-80 M150 -118 V-80', p.ink, 12),
      shape(
        'M-330 110 q0 -60 70 -76 l70 -20 l90 -90 q20 -20 60 -20 h170 q40 0 66 30 l66 80 q60 10 64 70 v70 h-656Z',
        p.mainFill,
      ),
      shape('M-130 0 l70 -66 h80 v66Z M40 0 v-66 h90 q20 0 34 18 l36 48Z', p.glassFill),
      box(-336, 150, 670, 34, 16, p.deep),
      times(2, (i) => ring(i ? 190 : -190, 190, 58, p.ink, 26, p.steelFill)),
      box(300, 90, 34, 30, 10, '#ffe9a8'),
      box(-332, 90, 26, 30, 10, '#d8453e'),
      box(-60, 30, 50, 10, 5, p.deep),
    ].join(''),
};

export const jumpStarter: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      box(-130, -90, 300, 320, 34, p.inkFill),
      box(-130, -90, 300, 80, 30, p.mainFill),
      box(-84, 30, 208, 84, 12, '#cfe3c6'),
      line('M-50 72 h40 M10 72 h40 M70 72 h20', p.ink, 12),
      line('M-60 -80 v-60 q0 -30 40 -30 h80 q40 0 40 30 v60', p.ink, 22),
      line('M-130 60 q-140 -20 -130 110', '#c8352e', 16),
      shape('M-300 160 l40 -16 l34 90 h-36Z', '#c8352e'),
      line('M170 60 q140 -20 120 110', '#20262c', 16),
      shape('M300 160 l-40 -14 l-24 90 h34Z', '#20262c'),
      dot(-50, 180, 18, '#58b368'),
      box(10, 164, 110, 32, 16, p.accent),
    ].join(''),
};

export const dashcam: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      shape('M-40 -260 h80 l20 110 h-120Z', p.inkFill),
      box(-90, -280, 180, 36, 14, p.steelFill),
      box(-270, -150, 540, 250, 60, p.inkFill),
      ring(-60, -26, 86, '#59636d', 18, '#161b20'),
      dot(-60, -26, 56, p.glassFill),
      dot(-84, -52, 17, '#fff', 'opacity="0.75"'),
      box(90, -100, 130, 60, 16, p.mainFill),
      dot(120, 30, 14, '#d8453e'),
      dot(170, 30, 14, '#58b368'),
      line('M-200 100 q-20 120 120 110 t250 30', p.ink, 14),
      box(150, 216, 80, 38, 12, p.accentFill),
    ].join(''),
};

export const tireChain: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      ring(0, 20, 186, '#2b3138', 100),
      ring(0, 20, 130, '#454d55', 10),
      dot(0, 20, 116, p.steelFill),
      times(5, (i) =>
        group(`translate(0 20) rotate(${i * 72})`, shape('M-22 -30 L-30 -104 h60 L22 -30Z', '#5f6972')),
      ),
      dot(0, 20, 34, p.ink),
      times(10, (i) =>
        group(
          `translate(0 20) rotate(${i * 36})`,
          box(-16, -242, 32, 116, 14, 'none', `stroke="${p.main}" stroke-width="12"`),
        ),
      ),
      ring(0, 20, 126, p.accent, 8),
    ].join(''),
};

export const carVacuum: Drawing = {
  setting: 'table',
  draw: (p) =>
    group(
      'translate(0 40)',
      shape('M-330 190 L-230 60 h70 v140Z', p.inkFill),
      box(-180, -20, 190, 200, 30, p.glassFill),
      dot(-90, 110, 40, '#8a7a66', 'opacity="0.7"'),
      box(-30, -40, 340, 200, 70, p.mainFill),
      line('M60 -36 q20 -90 120 -90 q110 10 100 130', p.ink, 34),
      dot(90, 60, 32, p.accentFill),
      times(4, (i) => box(170 + i * 28, 20, 12, 80, 6, p.deep)),
      box(40, 156, 190, 60, 24, p.inkFill),
      line('M10 -16 H150', '#ffffff', 12, 'opacity="0.4"'),
    ),
};

export const carFridge: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M-180 -170 q0 -70 70 -70 h220 q70 0 70 70', p.ink, 22),
      box(-270, -60, 540, 316, 30, p.inkFill),
      box(-286, -170, 572, 120, 30, p.mainFill),
      box(-80, -130, 160, 56, 10, '#10151a'),
      line('M-46 -102 h30 M0 -102 h40', '#7fd6e8', 10),
      times(6, (i) => box(-220, 20 + i * 28, 130, 12, 6, '#59636d')),
      box(-20, 30, 220, 160, 20, '#3f474f'),
      shape(
        'M90 60 v96 M48 84 l84 48 M132 84 l-84 48',
        'none',
        `stroke="${p.pale}" stroke-width="12" stroke-linecap="round"`,
      ),
      box(-250, 250, 60, 14, 5, p.ink),
      box(190, 250, 60, 14, 5, p.ink),
    ].join(''),
};

export const bikeRack: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M0 256 V-230', p.inkFill, 26),
      line('M0 -150 L190 -230 M0 -40 L210 -110', p.inkFill, 22),
      box(-110, 180, 220, 60, 16, p.mainFill),
      box(-140, 236, 280, 22, 8, p.ink),
      times(
        2,
        (i) => ring(i ? 150 : -150, 60, 108, '#3f474f', 13) + ring(i ? 150 : -150, 60, 96, '#c3cbd1', 4),
      ),
      line('M-150 60 L-60 -90 L90 -96 L10 60 Z M-60 -90 L-6 60 M150 60 L84 -120', p.main, 16),
      line('M84 -120 q-6 -34 46 -34', p.ink, 13),
      box(170, -250, 50, 34, 12, p.accentFill),
      oval(-66, -112, 50, 12, p.ink),
    ].join(''),
};
