import type { Operation } from './operation';
import { authRoutes, type SignTokens } from './routes/auth';
import { blockRoutes } from './routes/blocks';
import { catalogueRoutes } from './routes/catalogue';
import { itemRoutes } from './routes/items';
import { peopleRoutes } from './routes/people';
import { rentalRoutes } from './routes/rentals';
import { roomRoutes } from './routes/rooms';
import { uploadRoutes } from './routes/uploads';

/** Every operation of the API. */
export function operations(sign: SignTokens): Operation[] {
  return [
    ...authRoutes(sign),
    ...catalogueRoutes,
    ...itemRoutes,
    ...uploadRoutes,
    ...roomRoutes,
    ...rentalRoutes,
    ...peopleRoutes,
    ...blockRoutes,
  ];
}
