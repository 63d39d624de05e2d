import type { Paint } from '../paint';
import type { Setting } from '../scenes';

/** How to draw one kind of thing, and where such things stand first of all. */
export interface Drawing {
  setting: Setting;
  draw: (paint: Paint) => string;
}
