import { box, dot, faded, group, line, oval, shape, times } from '../shapes';
import type { Drawing } from './drawing';

const hanger = (ink: string) =>
  line('M0 -270 q34 -10 30 -34 q-6 -24 -34 -18', ink, 9) + line('M-150 -196 L0 -270 L150 -196', ink, 12);

export const hanbok: Drawing = {
  setting: 'studio',
  draw: (p) =>
    [
      line('M-330 -236 H330', p.woodFill, 14),
      shape('M-80 -50 H80 L270 240 Q0 290 -270 240Z', p.mainFill),
      faded(0.35, line('M-50 -40 L-150 246 M0 -40 V262 M50 -40 L150 246', p.deep, 8)),
      shape('M-262 226 Q0 276 262 226 L270 240 Q0 290 -270 240Z', p.accent),
      shape(
        'M-66 -216 L-320 -206 Q-330 -120 -300 -104 L-110 -120 L-104 -30 Q0 0 104 -30 L110 -120 L300 -104 Q330 -120 320 -206 L66 -216 L0 -170Z',
        p.paperFill,
      ),
      shape('M-300 -206 l-20 0 q-10 86 20 102 l26 -3 q-30 -40 -4 -100Z', p.accent),
      shape('M300 -206 l20 0 q10 86 -20 102 l-26 -3 q30 -40 4 -100Z', p.accent),
      line('M-66 -216 Q-10 -150 40 -96 M66 -216 Q20 -160 -4 -140', '#ffffff', 18),
      line('M-60 -212 Q-6 -146 40 -92', p.main, 7),
      line('M36 -92 q-40 110 -60 190 M36 -92 q10 120 24 210', p.accent, 20),
      oval(30, -92, 34, 22, p.accent),
      dot(110, -60, 8, p.main),
    ].join(''),
};

export const suit: Drawing = {
  setting: 'studio',
  draw: (p) =>
    [
      hanger(p.ink),
      shape(
        'M-60 -226 L-190 -180 L-250 150 L-180 166 L-160 20 L-160 260 H160 L160 20 L180 166 L250 150 L190 -180 L60 -226 L0 -120Z',
        p.inkFill,
      ),
      shape('M-56 -226 L0 -40 L56 -226 L0 -180Z', '#fbf8f1'),
      shape('M-12 -180 h24 l12 130 l-24 50 l-24 -50Z', p.accentFill),
      shape('M-60 -226 L-110 -120 L-70 -96 L0 20 L-20 -60Z', '#414b55'),
      shape('M60 -226 L110 -120 L70 -96 L0 20 L20 -60Z', '#414b55'),
      line('M0 20 V256', '#1a1f24', 5),
      dot(14, 60, 8, p.pale),
      dot(14, 130, 8, p.pale),
      shape('M-116 -60 l44 -8 l4 22 l-44 8Z', p.main),
      box(60, 120, 80, 12, 4, '#1a1f24'),
      box(-140, 120, 80, 12, 4, '#1a1f24'),
    ].join(''),
};

export const dress: Drawing = {
  setting: 'studio',
  draw: (p) =>
    [
      hanger(p.ink),
      line('M-70 -230 L-60 -150 M70 -230 L60 -150', p.deep, 14),
      shape('M-92 -160 Q0 -110 92 -160 L74 0 H-74Z', p.mainFill),
      shape(
        'M-74 0 H74 Q150 120 230 250 Q160 284 110 252 Q56 286 0 254 Q-56 286 -110 252 Q-160 284 -230 250 Q-150 120 -74 0Z',
        p.mainFill,
      ),
      faded(0.3, line('M-40 10 Q-80 140 -110 246 M0 10 V250 M40 10 Q80 140 110 246', p.deep, 8)),
      box(-80, -16, 160, 34, 14, p.accentFill),
      shape('M60 0 l50 -24 v48Z M60 0 l-44 -22 v44Z', p.accent),
      faded(
        0.7,
        times(9, (i) => dot(-150 + i * 38, 200 - Math.abs(4 - i) * 12, 7, p.paper)),
      ),
    ].join(''),
};

export const coat: Drawing = {
  setting: 'studio',
  draw: (p) =>
    [
      hanger(p.ink),
      shape(
        'M-70 -230 q-120 10 -160 80 l-50 300 q40 30 90 16 l30 -160 v240 q160 30 320 0 v-240 l30 160 q50 14 90 -16 l-50 -300 q-40 -70 -160 -80Z',
        p.mainFill,
      ),
      faded(
        0.35,
        times(4, (i) => line(`M-156 ${-90 + i * 84} q156 26 312 0`, p.deep, 9)),
      ),
      faded(
        0.35,
        times(3, (i) =>
          line(
            `M${-232 - i * 12} ${-40 + i * 62} l74 10 M${232 + i * 12} ${-40 + i * 62} l-74 10`,
            p.deep,
            8,
          ),
        ),
      ),
      shape('M-86 -240 q86 -50 172 0 q30 60 -86 110 q-116 -50 -86 -110Z', p.deep),
      shape('M-60 -226 q60 -40 120 0 q10 50 -60 80 q-70 -30 -60 -80Z', '#f0e4d2'),
      line('M0 -130 V250', p.accent, 10),
      box(-9, -110, 18, 34, 6, p.steelFill),
      line('M-120 110 l50 40 M120 110 l-50 40', p.deep, 9),
    ].join(''),
};

export const shoes: Drawing = {
  setting: 'floor',
  draw: (p) => {
    const shoe = [
      shape('M-200 -40 q70 30 130 -30 q90 90 220 110 q80 14 84 90 v30 h-434Z', p.mainFill),
      shape('M-206 154 h446 v26 q0 22 -30 22 h-396 q-20 0 -20 -22Z', p.paperFill),
      line('M-20 -16 l40 -30 M20 14 l36 -36 M62 40 l30 -40', p.paper, 14),
      shape('M-200 -40 q40 20 80 6 l-10 190 h-84Z', p.deep, 'opacity="0.6"'),
      line('M-40 120 q80 -10 130 -70', p.accent, 22),
    ].join('');
    return group('translate(60 -90) scale(0.9)', shoe) + group('translate(-60 58)', shoe);
  },
};

export const bag: Drawing = {
  setting: 'table',
  draw: (p) =>
    [
      line('M-110 -90 q0 -170 110 -170 t110 170', p.deep, 24),
      shape('M-210 -100 H210 L250 220 q4 40 -40 40 h-420 q-44 0 -40 -40Z', p.mainFill),
      shape('M-214 -104 H214 L226 0 Q0 120 -226 0Z', p.deep, 'opacity="0.75"'),
      box(-34, 26, 68, 60, 14, p.accentFill),
      box(-12, 48, 24, 26, 6, p.paper),
      shape(
        'M-190 60 q-10 90 -14 150',
        'none',
        'stroke="#fff" stroke-width="12" stroke-linecap="round" opacity="0.3"',
      ),
    ].join(''),
};

export const costume: Drawing = {
  setting: 'studio',
  draw: (p) =>
    [
      shape('M-70 -110 Q0 -70 70 -110 L230 230 Q120 270 0 250 Q-120 270 -230 230Z', p.mainFill),
      faded(0.4, line('M-30 -90 Q-70 90 -100 240 M30 -90 Q70 90 100 240', p.deep, 9)),
      shape('M-76 -118 Q0 -60 76 -118 L50 -40 Q0 -10 -50 -40Z', p.accentFill),
      shape('M-130 -120 L0 -320 Q40 -300 60 -250 L130 -120 Q0 -70 -130 -120Z', p.inkFill),
      oval(0, -118, 200, 38, p.ink),
      box(-94, -156, 188, 26, 4, p.accent),
      times(5, (i) =>
        shape(
          `M${-140 + i * 70} ${80 + (i % 2) * 60} l6 14 l15 1 l-11 10 l4 15 l-14 -8 l-14 8 l4 -15 l-11 -10 l15 -1Z`,
          '#f6d17c',
        ),
      ),
    ].join(''),
};
