import { box, dot, faded, group, line, oval, ring, shape, times } from '../shapes';
import type { Drawing } from './drawing';

export const stroller: Drawing = {
  setting: 'outdoor',
  draw: (p) =>
    [
      line('M210 -250 L-130 200 M-60 20 L180 200', p.inkFill, 18),
      line('M210 -250 q50 -10 70 20', p.ink, 24),
      shape('M-210 -30 H190 Q170 120 20 120 H-70 Q-200 110 -210 -30Z', p.mainFill),
      shape('M-210 -40 Q-220 -240 0 -250 L20 -40Z', p.accentFill),
      faded(0.35, line('M0 -248 Q-110 -180 -150 -40 M0 -248 Q-30 -150 -60 -40', p.ink, 6)),
      box(-220, -50, 420, 26, 12, p.deep),
      times(
        2,
        (i) =>
          ring(i ? 180 : -130, 204, 52, p.ink, 18, '#e9e4da') + dot(i ? 180 : -130, 204, 14, p.steelFill),
      ),
      box(-40, 130, 130, 50, 14, p.deep, 'opacity="0.8"'),
    ].join(''),
};

export const carSeat: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-200 -190 q0 -110 140 -110 h100 q130 0 130 110 l20 300 h-410Z', p.mainFill),
      shape('M-130 -180 q0 -70 90 -70 h40 q90 0 90 70 l10 260 h-240Z', p.paperFill),
      shape(
        'M-250 90 q0 -60 60 -60 h30 v90 h290 v-90 h30 q60 0 60 60 v130 q0 40 -40 40 h-390 q-40 0 -40 -40Z',
        p.inkFill,
      ),
      shape('M-150 80 h260 q20 80 -10 110 h-240 q-30 -30 -10 -110Z', p.accentFill),
      line('M-80 -130 L-30 90 M60 -130 L10 90', p.deep, 22),
      box(-44, 74, 68, 44, 12, p.ink),
      dot(-10, 96, 13, '#d8453e'),
      oval(-20, -216, 60, 26, p.pale),
    ].join(''),
};

export const crib: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      box(-290, 60, 580, 110, 14, p.paperFill),
      box(-290, 40, 580, 60, 20, p.pale),
      box(-230, -4, 150, 60, 26, '#ffffff'),
      times(13, (i) => box(-280 + i * 44, -120, 14, 300, 6, p.woodFill)),
      box(-310, -150, 620, 34, 14, p.woodFill),
      box(-310, 170, 620, 34, 12, p.woodFill),
      box(-316, -190, 34, 448, 14, p.woodFill),
      box(282, -190, 34, 448, 14, p.woodFill),
      line('M-60 -300 H120 M-40 -300 V-250 M30 -300 V-230 M100 -300 V-250', p.ink, 5),
      dot(-40, -230, 24, p.main),
      shape('M30 -236 l10 24 l26 2 l-20 16 l6 26 l-22 -14 l-22 14 l6 -26 l-20 -16 l26 -2Z', '#f2c14e'),
      dot(100, -230, 24, p.accent),
    ].join(''),
};

export const blocks: Drawing = {
  setting: 'floor',
  draw: (p) => {
    const block = (x: number, y: number, fill: string, mark: string) =>
      box(x, y, 128, 128, 16, fill) + box(x + 14, y + 14, 100, 100, 10, '#ffffff', 'opacity="0.25"') + mark;
    return [
      block(-236, 132, p.mainFill, dot(-172, 196, 30, p.paper)),
      block(-96, 132, p.accentFill, shape('M-32 162 l34 60 h-68Z', p.paper)),
      block(44, 132, '#e8b04a', box(80, 168, 56, 56, 6, p.paper)),
      block(-166, -2, '#7fae8f', ring(-102, 62, 24, p.paper, 14)),
      block(
        -20,
        -2,
        p.mainFill,
        shape('M44 30 l10 22 l24 2 l-18 16 l6 24 l-22 -13 l-22 13 l6 -24 l-18 -16 l24 -2Z', p.paper),
      ),
      block(-94, -136, '#6c9cc4', dot(-30, -72, 28, p.paper)),
      group(
        'translate(240 190)',
        dot(0, 0, 68, p.accentFill),
        line('M-60 -20 q60 -30 120 0 M-60 24 q60 30 120 0', p.paper, 10),
      ),
    ].join('');
  },
};

export const highChair: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      line('M-110 60 L-210 256 M110 60 L210 256', p.woodFill, 26),
      line('M-70 60 L-110 256 M70 60 L110 256', '#a87646', 20),
      line('M-160 170 H160', '#a87646', 16),
      shape('M-130 -270 q130 -50 260 0 l10 300 h-280Z', p.mainFill),
      shape('M-90 -230 q90 -30 180 0 l6 190 h-192Z', p.paperFill),
      box(-170, 10, 340, 64, 26, p.deep),
      box(-220, -60, 440, 46, 23, p.paperFill),
      oval(-60, -64, 70, 16, p.accent),
      oval(-60, -68, 50, 10, '#fff'),
      line('M70 -70 l70 -10', p.steelFill, 10),
    ].join(''),
};

export const rockingHorse: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      shape('M-290 200 Q0 320 290 200 l-20 -26 Q0 270 -270 174Z', p.woodFill),
      line('M-120 90 L-170 216 M100 90 L150 216', p.deep, 34),
      shape(
        'M-170 10 q40 -60 150 -50 q70 4 100 -70 l20 -80 q10 -60 70 -70 l10 -40 l30 40 q60 40 70 110 q0 40 -50 30 l-50 -10 q0 110 -20 180 q-20 70 -120 70 h-130 q-100 -20 -80 -110Z',
        p.mainFill,
      ),
      line('M150 -220 q-60 60 -60 150', p.accent, 26),
      dot(214, -190, 11, p.ink),
      shape('M-60 -50 q70 -20 120 4 l-10 76 q-50 24 -100 -4Z', p.accentFill),
      line('M-176 0 q-80 20 -70 130', p.accent, 24),
      dot(-30, -2, 8, p.paper),
    ].join(''),
};

export const bathtub: Drawing = {
  setting: 'floor',
  draw: (p) =>
    [
      oval(0, 40, 300, 60, p.deep),
      oval(0, 40, 270, 46, '#bfe3ee'),
      faded(
        0.9,
        dot(-130, 20, 34, '#fff'),
        dot(-80, 6, 44, '#fff'),
        dot(-20, 22, 36, '#fff'),
        dot(150, 24, 30, '#fff'),
      ),
      group(
        'translate(90 -10)',
        oval(0, 20, 62, 34, '#f5c542'),
        dot(40, -26, 32, '#f5c542'),
        shape('M66 -26 l34 6 l-32 14Z', '#e8823c'),
        dot(46, -34, 5, p.ink),
      ),
      shape('M-300 40 Q0 130 300 40 Q290 256 170 256 H-170 Q-290 256 -300 40Z', p.mainFill),
      shape(
        'M-230 110 Q-210 200 -150 216',
        'none',
        'stroke="#fff" stroke-width="16" stroke-linecap="round" opacity="0.45"',
      ),
    ].join(''),
};
