/** The words that a client shows instead of an element. */
const fallback = (text: string): object => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text, size: 'small' }],
});

/** A card with each of the newer elements, and with actions behind "…". */
export const elementsCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Newer elements', style: 'heading', wrap: true },
    ...['Default', 'Subtle', 'Informative', 'Accent', 'Good', 'Attention', 'Warning'].flatMap((style) =>
      ['Tint', 'Filled'].map((appearance) => ({
        type: 'Badge',
        text: `${style} ${appearance}`,
        style,
        appearance,
        fallback: fallback(`words of ${style} ${appearance}`),
      })),
    ),
    { type: 'Badge', icon: 'Warning', tooltip: 'Late', fallback: fallback('words of Late') },
    { type: 'ProgressBar', value: 3, max: 5, color: 'Good', fallback: fallback('60% in words') },
    { type: 'ProgressBar', fallback: fallback('working') },
    { type: 'Icon', name: 'CheckmarkCircle', color: 'Good', fallback: fallback('check mark') },
    {
      type: 'Chart.HorizontalBar.Stacked',
      title: 'Phishing',
      data: [
        {
          title: 'Team',
          data: [
            { legend: 'Finished', value: 3, color: 'good' },
            { legend: 'Not started', value: 2, color: 'neutral' },
            { legend: 'Not assigned', value: 0 },
          ],
        },
      ],
      fallback: fallback('3 of 5 finished'),
    },
    {
      type: 'Chart.Donut',
      title: 'Courses',
      data: [
        { legend: 'Done', value: 19 },
        { legend: 'Open', value: 6 },
      ],
      fallback: fallback('19 of 25 done'),
    },
  ],
  actions: [
    { type: 'Action.OpenUrl', title: 'Start', url: 'https://learn.example.com/start', style: 'positive' },
    { type: 'Action.OpenUrl', title: 'Ask', url: 'https://learn.example.com/ask', mode: 'secondary' },
    { type: 'Action.OpenUrl', title: 'Book time', url: 'https://learn.example.com/book', mode: 'secondary' },
    { type: 'Action.OpenUrl', title: 'Share', url: 'https://learn.example.com/share', mode: 'secondary' },
  ],
};
