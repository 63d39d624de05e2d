import { prepareUploadSchema, requestUploadSchema } from '@/lib/features/images/schemas';
import { prepareUpload } from '@/lib/features/images/server/prepare-upload';
import { requestUpload } from '@/lib/features/images/server/request-upload';
import { type Operation, operation } from '@/lib/rest/operation';
import { imageSchema, uploadSchema } from '@/lib/rest/schemas';

const tag = 'uploads';

export const uploadRoutes: Operation[] = [
  operation({
    id: 'requestUpload',
    method: 'post',
    path: '/uploads',
    tag,
    access: 'member',
    summary: 'A form to post one picture straight to the bucket with',
    description:
      'Post `fields` and then the field `file` to `url` as multipart/form-data within ten minutes. An Idempotency-Key that comes again gives the same form, whose time may be over by then.',
    body: requestUploadSchema,
    status: 201,
    response: uploadSchema,
    refuses: ['INVALID', 'FORBIDDEN', 'RATE_LIMITED'],
    run: (ctx, { body }) => requestUpload(ctx, body),
  }),
  operation({
    id: 'prepareUpload',
    method: 'post',
    path: '/uploads/prepare',
    tag,
    access: 'member',
    summary: 'Have a posted picture judged and re-encoded',
    description: 'Posting the item does it as well; asked beforehand, it tells early what is wrong.',
    body: prepareUploadSchema,
    status: 200,
    response: imageSchema,
    refuses: ['INVALID'],
    run: (ctx, { body }) => prepareUpload(ctx, body),
  }),
];
