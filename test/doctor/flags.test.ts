import { FlagError, parseFlags } from '../../tools/doctor/flags';

describe('parseFlags', () => {
  it.each([
    [['--env', '../dev'], '--env must be a name such as dev.'],
    [['--env', 'dev', '--file', 'x'], 'Use --env or --file, not both.'],
    [['--teammate', 'ben'], '--teammate must be an Entra object id'],
  ])('refuses %j', (args, sentence) => {
    expect(() => parseFlags(args)).toThrow(FlagError);
    expect(() => parseFlags(args)).toThrow(sentence);
  });
});
