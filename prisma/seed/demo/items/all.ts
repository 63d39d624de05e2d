import type { CategorySlug } from '@/prisma/seed/reference/categories';
import { appliances } from './appliances';
import { baby } from './baby';
import { beauty } from './beauty';
import { bikes } from './bikes';
import { books } from './books';
import { camera } from './camera';
import { camping } from './camping';
import { car } from './car';
import { clothing } from './clothing';
import { digital } from './digital';
import type { ItemDraft } from './draft';
import { etc } from './etc';
import { furniture } from './furniture';
import { games } from './games';
import { instruments } from './instruments';
import { kitchen } from './kitchen';
import { party } from './party';
import { pets } from './pets';
import { sports } from './sports';
import { tools } from './tools';
import { travel } from './travel';

export const drafts: Record<CategorySlug, ItemDraft[]> = {
  digital,
  appliances,
  tools,
  camping,
  sports,
  baby,
  clothing,
  instruments,
  games,
  books,
  party,
  camera,
  bikes,
  travel,
  furniture,
  kitchen,
  pets,
  beauty,
  car,
  etc,
};
