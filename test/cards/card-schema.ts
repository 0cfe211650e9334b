import Ajv from 'ajv';

/**
 * What of the Adaptive Cards 1.5 schema our cards may use, and nothing else: its element and property names with
 * their values, made stricter where Teams or accessibility ask for it (texts wrap, pictures have an alternative text,
 * buttons and inputs a name, addresses are https). No published package carries the official schema of 1.5.
 */
const text = { type: 'string', minLength: 1 } as const;
const flag = { type: 'boolean' } as const;
const https = { type: 'string', pattern: '^https://' } as const;
const spacing = { enum: ['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding'] } as const;
const alignment = { enum: ['left', 'center', 'right'] } as const;

const element = { spacing, separator: flag, horizontalAlignment: alignment } as const;
const font = {
  text,
  size: { enum: ['small', 'default', 'medium', 'large', 'extraLarge'] },
  weight: { enum: ['lighter', 'default', 'bolder'] },
  color: { enum: ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'] },
  fontType: { enum: ['default', 'monospace'] },
  isSubtle: flag,
} as const;
/** A button that only looks different: `secondary` puts it behind "…". */
const look = { style: { enum: ['default', 'positive'] }, mode: { enum: ['primary', 'secondary'] } } as const;
const list = (name: string): object => ({ type: 'array', items: { $ref: `#/definitions/${name}` } });

/** Elements newer than 1.5, as Teams documents them. Their fallback is complete in 1.5 by itself. */
const newer = { ...element, fallback: { $ref: '#/definitions/classic' } } as const;

function object(type: string, required: readonly string[], properties: object): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['type', ...required],
    properties: { type: { const: type }, ...properties },
  };
}

const schema = {
  ...object('AdaptiveCard', ['version', 'body', 'speak'], {
    $schema: { const: 'http://adaptivecards.io/schemas/adaptive-card.json' },
    version: { const: '1.5' },
    refresh: {
      type: 'object',
      additionalProperties: false,
      properties: { action: { $ref: '#/definitions/execute' } },
      required: ['action'],
    },
    lang: { type: 'string', pattern: '^[a-z]{2}$' },
    rtl: flag,
    speak: text,
    body: { ...list('element'), minItems: 1 },
    actions: { ...list('button'), maxItems: 6 },
  }),
  definitions: {
    element: {
      oneOf: [
        { $ref: '#/definitions/classic' },
        object('Badge', ['text', 'fallback'], {
          ...newer,
          text,
          style: { enum: ['Default', 'Subtle', 'Informative', 'Accent', 'Good', 'Attention', 'Warning'] },
          appearance: { enum: ['Filled', 'Tint'] },
        }),
        object('ProgressBar', ['value', 'fallback'], {
          ...newer,
          value: { type: 'number', minimum: 0, maximum: 100 },
          color: { enum: ['Accent', 'Good', 'Warning', 'Attention'] },
        }),
        object('Chart.HorizontalBar.Stacked', ['data', 'fallback'], {
          ...newer,
          data: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['title', 'data'],
              properties: { title: text, data: { ...list('chartPart'), minItems: 1 } },
            },
          },
        }),
        object('Icon', ['name', 'fallback'], {
          ...newer,
          name: text,
          size: { enum: ['xxSmall', 'xSmall', 'Small', 'Standard', 'Medium', 'Large'] },
          color: { enum: ['Default', 'Accent', 'Good', 'Warning', 'Attention'] },
          style: { enum: ['Regular', 'Filled'] },
        }),
      ],
    },
    classic: {
      oneOf: [
        object('TextBlock', ['text', 'wrap'], {
          ...element,
          ...font,
          wrap: { const: true },
          style: { enum: ['default', 'heading'] },
        }),
        object('RichTextBlock', ['inlines'], {
          ...element,
          inlines: { ...list('textRun'), minItems: 1 },
        }),
        object('Image', ['url', 'altText'], {
          ...element,
          url: https,
          altText: text,
          width: { type: 'string', pattern: '^\\d+px$' },
          height: { type: 'string', pattern: '^\\d+px$' },
          size: { enum: ['auto', 'stretch', 'small', 'medium', 'large'] },
          style: { enum: ['default', 'person'] },
        }),
        object('Container', ['items'], {
          ...element,
          items: { ...list('element'), minItems: 1 },
          style: { enum: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'] },
          selectAction: { $ref: '#/definitions/selectAction' },
        }),
        object('ColumnSet', ['columns'], {
          ...element,
          columns: { ...list('column'), minItems: 1 },
          selectAction: { $ref: '#/definitions/selectAction' },
        }),
        object('ActionSet', ['actions'], {
          ...element,
          actions: { ...list('button'), minItems: 1, maxItems: 6 },
        }),
        object('Input.ChoiceSet', ['id', 'label', 'choices'], {
          ...element,
          id: text,
          label: text,
          placeholder: text,
          style: { const: 'compact' },
          value: { type: 'string' },
          choices: { ...list('choice'), minItems: 1, uniqueItems: true },
        }),
      ],
    },
    column: object('Column', ['items'], {
      ...element,
      width: { type: 'string', pattern: '^(auto|stretch|\\d+px)$' },
      verticalContentAlignment: { enum: ['top', 'center', 'bottom'] },
      style: { enum: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'] },
      selectAction: { $ref: '#/definitions/selectAction' },
      items: { ...list('element'), minItems: 1 },
    }),
    textRun: object('TextRun', ['text'], font),
    chartPart: {
      type: 'object',
      additionalProperties: false,
      required: ['legend', 'value'],
      properties: {
        legend: text,
        value: { type: 'number', minimum: 0 },
        color: { enum: ['good', 'warning', 'attention', 'neutral', 'categoricalBlue'] },
      },
    },
    choice: {
      type: 'object',
      additionalProperties: false,
      required: ['title', 'value'],
      properties: { title: text, value: text },
    },
    selectAction: { $ref: '#/definitions/execute' },
    execute: object('Action.Execute', ['verb', 'data'], {
      title: text,
      ...look,
      associatedInputs: { enum: ['auto', 'none'] },
      verb: { type: 'string', pattern: '^[a-z-]+/[a-z-]+$' },
      data: { type: 'object' },
    }),
    button: {
      type: 'object',
      properties: { title: text },
      required: ['title'],
      oneOf: [
        { $ref: '#/definitions/execute' },
        object('Action.ShowCard', ['card'], {
          title: text,
          ...look,
          card: {
            type: 'object',
            additionalProperties: false,
            required: ['type', 'body', 'actions'],
            properties: {
              type: { const: 'AdaptiveCard' },
              body: { ...list('classic'), minItems: 1 },
              actions: { type: 'array', minItems: 1, maxItems: 3, items: { $ref: '#/definitions/execute' } },
            },
          },
        }),
        object('Action.OpenUrl', ['url'], { title: text, url: https, ...look }),
        object('Action.Submit', ['data'], { title: text, data: { type: 'object' }, ...look }),
      ],
    },
  },
};

const validate = new Ajv({ allErrors: true }).compile(schema);

/** The card's violations of the schema; empty when there are none. */
export function schemaErrors(card: unknown): readonly string[] {
  return validate(card)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
