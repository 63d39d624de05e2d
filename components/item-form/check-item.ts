import { toFieldProblems } from '@/lib/core/parse';
import { type CreateItemInput, createItemSchema } from '@/lib/features/items/schemas';

/** @returns keys in the namespace `errors` by field, empty when the server will have nothing to say of the form itself */
export function checkItem(input: CreateItemInput): Record<string, string> {
  const result = createItemSchema.safeParse(input);
  if (result.success) return {};
  return Object.fromEntries(
    toFieldProblems(result.error.issues).map(({ field, reason }) => [field, reason.key]),
  );
}
