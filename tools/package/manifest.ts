import * as z from 'zod/v4';

/** The parts of the manifest that our own rules check; the schema checks the rest. */
export type Manifest = z.infer<typeof manifestShape>;

const texts = z.array(z.string());

export const manifestShape = z.object({
  $schema: z.string().default(''),
  manifestVersion: z.string(),
  version: z.string(),
  developer: z.object({ websiteUrl: z.string(), privacyUrl: z.string(), termsOfUseUrl: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  localizationInfo: z
    .object({
      defaultLanguageTag: z.string(),
      additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })).default([]),
    })
    .default({ defaultLanguageTag: 'en', additionalLanguages: [] }),
  bots: z
    .array(
      z.object({
        botId: z.string(),
        scopes: texts,
        commandLists: z
          .array(
            z.object({
              commands: z.array(
                z.object({
                  title: z.string(),
                  type: z.string().default('basic'),
                  prompt: z.string().default(''),
                }),
              ),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  composeExtensions: z
    .array(
      z.object({
        botId: z.string(),
        commands: z
          .array(
            z.object({ id: z.string(), parameters: z.array(z.object({ name: z.string() })).default([]) }),
          )
          .default([]),
        messageHandlers: z.array(z.object({ value: z.object({ domains: texts.default([]) }) })).default([]),
      }),
    )
    .default([]),
  validDomains: texts.default([]),
  supportsChannelFeatures: z.string().nullish(),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }).optional(),
});
