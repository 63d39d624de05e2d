import * as appliances from './appliances';
import * as baby from './baby';
import * as beauty from './beauty';
import * as bikes from './bikes';
import * as books from './books';
import * as camera from './camera';
import * as camping from './camping';
import * as car from './car';
import * as clothing from './clothing';
import * as digital from './digital';
import type { Drawing } from './drawing';
import * as furniture from './furniture';
import * as games from './games';
import * as instruments from './instruments';
import * as kitchen from './kitchen';
import * as party from './party';
import * as pets from './pets';
import * as sports from './sports';
import * as sundry from './sundry';
import * as tools from './tools';
import * as travel from './travel';

const all = {
  ...appliances,
  ...baby,
  ...beauty,
  ...bikes,
  ...books,
  ...camera,
  ...camping,
  ...car,
  ...clothing,
  ...digital,
  ...furniture,
  ...games,
  ...instruments,
  ...kitchen,
  ...party,
  ...pets,
  ...sports,
  ...sundry,
  ...tools,
  ...travel,
};

export type PictureKind = keyof typeof all;

/** Everything that can be drawn, by name. */
export const kinds: Record<PictureKind, Drawing> = all;
