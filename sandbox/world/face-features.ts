import * as z from 'zod/v4';

export const faceFeatures = z.object({
  skin: z.enum(['porcelain', 'rose', 'sand', 'honey', 'amber', 'umber', 'cocoa', 'espresso']),
  hair: z.enum([
    'short',
    'crop',
    'curls',
    'bun',
    'bob',
    'long',
    'waves',
    'scarf',
    'bald',
    'coils',
    'parted',
    'fringe',
  ]),
  hairColor: z.enum(['black', 'brown', 'chestnut', 'auburn', 'blond', 'gray', 'silver', 'teal']),
  backdrop: z.enum(['sky', 'mint', 'peach', 'lilac', 'lemon', 'rose', 'sea', 'stone']),
  clothes: z.enum(['navy', 'teal', 'plum', 'rust', 'moss', 'indigo', 'charcoal', 'crimson']),
  collar: z.enum(['crew', 'shirt', 'blazer', 'turtleneck']).default('crew'),
  beard: z.enum(['none', 'stubble', 'short', 'full']).default('none'),
  hasGlasses: z.boolean().default(false),
});

/** How a person's picture is drawn. */
export type Face = z.infer<typeof faceFeatures>;
