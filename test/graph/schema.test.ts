import {
  isWithdrawn,
  parseCourseActivity,
  parseCourseContent,
  parseListedContent,
} from '../../src/graph/learning/schema';
import { id } from './graph-access';

const required = { id: 'a', learnerUserId: id(1), learningContentId: id(50) };
const ref = { providerId: id(70), contentId: id(50) };

function dueOf(dueDateTime: unknown): unknown {
  return parseCourseActivity({ ...required, dueDateTime })?.due;
}

describe('due dates', () => {
  it.each([
    ['a wall time in UTC', '2022-09-22T16:05:00.0000000', 'UTC', '2022-09-22T16:05:00.000Z'],
    ['no zone', '2027-02-26T16:00:00', null, '2027-02-26T16:00:00.000Z'],
    ['an empty zone', '2027-02-26T16:00:00', '', '2027-02-26T16:00:00.000Z'],
    ['an unknown zone', '2027-02-26T16:00:00', 'Middle Earth Standard Time', '2027-02-26T16:00:00.000Z'],
    ['a zone that only a server has', '2027-02-26T16:00:00', 'local', '2027-02-26T16:00:00.000Z'],
    ['an offset of nothing', '2027-02-26T16:00:00+00:00', null, '2027-02-26T16:00:00.000Z'],
    ['a moment near midnight', '2027-02-26T23:59:30', 'UTC', '2027-02-26T23:59:30.000Z'],
  ])('reads %s as an instant', (...[, dateTime, timeZone, expected]) => {
    expect(dueOf({ dateTime, timeZone })).toEqual({ kind: 'instant', dateTime: expected });
  });

  it.each([
    [
      'a Windows zone in winter',
      '2027-02-26T16:00:00.0000000',
      'Pacific Standard Time',
      '2027-02-27T00:00:00.000Z',
    ],
    [
      'a Windows zone in summer',
      '2027-07-26T16:00:00.0000000',
      'Pacific Standard Time',
      '2027-07-26T23:00:00.000Z',
    ],
    [
      'a zone with half an hour',
      '2027-07-26T16:00:00.0000000',
      'India Standard Time',
      '2027-07-26T10:30:00.000Z',
    ],
    ['an IANA zone', '2027-02-26T16:00:00', 'Asia/Tokyo', '2027-02-26T07:00:00.000Z'],
    ['an offset for a zone', '2027-02-26T16:00:00', '+01:00', '2027-02-26T15:00:00.000Z'],
    ['an offset within the text', '2027-02-26T16:00:00+01:00', 'UTC', '2027-02-26T15:00:00.000Z'],
    ['an offset in hours', '2027-02-26T16:00:00+01', 'UTC', '2027-02-26T15:00:00.000Z'],
    [
      'an offset that makes it midnight in UTC',
      '2027-02-26T01:00:00+01:00',
      null,
      '2027-02-26T00:00:00.000Z',
    ],
    [
      'an hour that the clocks skip',
      '2027-03-14T02:30:00',
      'Eastern Standard Time',
      '2027-03-14T07:30:00.000Z',
    ],
  ])('reads %s as an instant of that zone', (...[, dateTime, timeZone, expected]) => {
    expect(dueOf({ dateTime, timeZone })).toEqual({ kind: 'instant', dateTime: expected, isLocal: true });
  });

  it.each([
    ['midnight', '2027-02-26T00:00:00.0000000', 'Pacific Standard Time'],
    ['midnight without seconds', '2027-02-26T00:00', 'Tokyo Standard Time'],
    ['a minute before midnight', '2027-02-26T23:59:00.0000000', 'Pacific Standard Time'],
    ['a moment before midnight', '2027-02-26T23:59:59.9999999', 'UTC'],
    ['a bare date', '2027-02-26', 'UTC'],
    ['the end of the day', '2027-02-26T24:00:00.0000000', 'UTC'],
    ['midnight of the zone, in UTC', '2027-02-25T23:00:00Z', 'W. Europe Standard Time'],
    ['a minute before midnight of the zone, in UTC', '2027-02-26T14:59:00.0000000Z', 'Asia/Tokyo'],
  ])('reads %s as the day itself', (_, dateTime, timeZone) => {
    expect(dueOf({ dateTime, timeZone })).toEqual({ kind: 'day', date: '2027-02-26' });
  });

  it('reads a DateTimeOffset string', () => {
    expect(dueOf('2027-02-26T16:00:00Z')).toEqual({ kind: 'instant', dateTime: '2027-02-26T16:00:00.000Z' });
    expect(dueOf('2027-02-26T00:00:00-08:00')).toEqual({ kind: 'day', date: '2027-02-26' });
  });

  it.each([
    null,
    undefined,
    'soon',
    '',
    7,
    {},
    { dateTime: null },
    { dateTime: '2027-02-30T10:00:00' },
    { dateTime: '2027-02-30T00:00:00' },
    { dateTime: '2027-02-30T24:00:00' },
    { dateTime: '2027-02-26T24:30:00' },
  ])('leaves out %j', (due) => {
    expect(dueOf(due)).toBeUndefined();
  });
});

describe('placeholder dates', () => {
  const sentinels = [
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00.0000000+00:00',
    '1601-01-01T00:00:00Z',
    '1753-01-01T00:00:00+01:00',
    '1899-12-30T00:00:00Z',
    '1900-01-01',
    '1970-01-01T00:00:00Z',
    '1989-12-31T17:00:00Z',
    '2201-01-01T17:00:00Z',
    '9999-12-31T23:59:59.9999999Z',
    '9999-12-31T00:00:00',
  ];

  it.each(sentinels)('leaves out %s', (date) => {
    const wire = {
      completedDateTime: date,
      startedDateTime: date,
      assignedDateTime: date,
      dueDateTime: date,
    };

    expect(parseCourseActivity({ ...required, ...wire })).toEqual(parseCourseActivity(required));
    expect(dueOf({ dateTime: date, timeZone: 'Pacific Standard Time' })).toBeUndefined();
    expect(parseCourseContent({ title: 'x', lastModifiedDateTime: date }, ref)).not.toHaveProperty(
      'lastModifiedDateTime',
    );
  });

  it.each(['1990-01-01T17:00:00.000Z', '2200-12-31T17:00:00.000Z'])('keeps %s', (date) => {
    const read = parseCourseActivity({ ...required, assignedDateTime: date, dueDateTime: date });

    expect(read).toMatchObject({ assignedDateTime: date, due: { kind: 'instant', dateTime: date } });
  });
});

describe('parseCourseActivity', () => {
  it('needs only its three ids', () => {
    expect(parseCourseActivity(required)).toEqual({
      id: 'a',
      learnerUserId: id(1),
      contentId: id(50),
      kind: 'assigned',
      status: 'unknown',
    });
  });

  it.each(['id', 'learnerUserId'])('returns nothing without %s', (key) => {
    expect(parseCourseActivity({ ...required, [key]: null })).toBeUndefined();
  });

  it.each([
    [{ '@odata.type': '#microsoft.graph.learningAssignment', assignmentType: 'Required' }, 'required'],
    [{ '@odata.type': '#microsoft.graph.learningAssignment', assignmentType: 'recommended' }, 'recommended'],
    [
      { '@odata.type': '#microsoft.graph.learningAssignment', assignmentType: 'peerRecommended' },
      'peerRecommended',
    ],
    [
      { '@odata.type': '#microsoft.graph.learningAssignment', assignmentType: 'unknownFutureValue' },
      'assigned',
    ],
    [{ '@odata.type': '#microsoft.graph.learningAssignment', assignmentType: null }, 'assigned'],
    [{ '@odata.type': '#microsoft.graph.learningSelfInitiatedCourse' }, 'selfInitiated'],
    [{ '@odata.type': '#microsoft.graph.learningSelfInitiated' }, 'selfInitiated'],
    [{ startedDateTime: '2027-01-18T08:00:00Z' }, 'selfInitiated'],
  ])('reads the kind of %j', (wire, kind) => {
    expect(parseCourseActivity({ ...required, ...wire })?.kind).toBe(kind);
  });

  it.each([
    ['notstarted', 'notStarted'],
    ['InProgress', 'inProgress'],
    ['COMPLETED', 'completed'],
    ['unknownFutureValue', 'unknown'],
    ['paused', 'unknown'],
    [null, 'unknown'],
    [3, 'unknown'],
  ])('reads status %j as %s', (status, expected) => {
    expect(parseCourseActivity({ ...required, status })?.status).toBe(expected);
  });

  it.each([
    [0, 0],
    [100, 100],
    [33.4, 33],
    [null, undefined],
    [-1, undefined],
    [101, undefined],
    ['40', undefined],
  ])('reads completionPercentage %j as %j', (completionPercentage, expected) => {
    expect(parseCourseActivity({ ...required, completionPercentage })?.completionPercentage).toBe(expected);
  });

  it.each([
    ['2027-01-11T09:30:00+02:00', '2027-01-11T07:30:00.000Z'],
    ['2027-01-11T09:30:00', '2027-01-11T09:30:00.000Z'],
    ['2027-01-11T09:30:00Z', '2027-01-11T09:30:00.000Z'],
    ['2027-01-11T09:30:00+00:00', '2027-01-11T09:30:00.000Z'],
    [' 2027-01-11T09:30:07.1239999Z ', '2027-01-11T09:30:07.123Z'],
    ['2027-02-29T09:30:00Z', undefined],
    ['2027-01-11T25:30:00Z', undefined],
    ['yesterday', undefined],
    [null, undefined],
  ])('reads a date %j as %j', (assignedDateTime, expected) => {
    expect(parseCourseActivity({ ...required, assignedDateTime })?.assignedDateTime).toBe(expected);
  });

  it.each([
    [{ contentType: 'text', content: ' <b>as it is</b> ' }, 'as it is'],
    [{ contentType: 'HTML', content: '<p>Tom &amp; <b>Ann</b></p>' }, 'Tom & Ann'],
    [{ contentType: 'html', content: '<img src=x onerror=alert(1)>' }, undefined],
    [{ content: 'no type' }, 'no type'],
    [{ contentType: 'text', content: null }, undefined],
    ['a string', 'a string'],
    ['  ', undefined],
    [null, undefined],
    [7, undefined],
  ])('reads the note %j', (notes, expected) => {
    expect(parseCourseActivity({ ...required, notes })?.note).toBe(expected);
  });
});

describe('parseListedContent', () => {
  it('takes the id from the content unchanged', () => {
    expect(parseListedContent({ id: ' A:b ', title: 'x' }, id(70))).toEqual({
      providerId: id(70),
      contentId: ' A:b ',
      title: 'x',
      skillTags: [],
    });
  });

  it.each([{ title: 'x' }, { id: '', title: 'x' }, { id: 7, title: 'x' }, { id: 'a' }, null, 'text'])(
    'returns nothing for %j',
    (wire) => {
      expect(parseListedContent(wire, id(70))).toBeUndefined();
    },
  );
});

describe('isWithdrawn', () => {
  it.each([
    [{ isActive: false }, true],
    [{ isActive: true, isSearchable: false }, true],
    [{ isActive: true, isSearchable: true }, false],
    [{ isActive: null, isSearchable: null }, false],
    [{}, false],
    ['text', false],
  ])('for %j is %j', (wire, expected) => {
    expect(isWithdrawn(wire)).toBe(expected);
  });
});

describe('parseCourseContent', () => {
  it('reads a complete content', () => {
    const wire = {
      id: id(50),
      externalId: 'SEC-101',
      title: 'Handling customer data safely',
      description: 'Short course.',
      contentWebUrl: 'https://learn.example.com/courses/sec-101',
      thumbnailWebUrl: 'https://learn.example.com/img/sec-101.png',
      sourceName: 'Contoso Academy',
      languageTag: 'en-us',
      format: 'Course',
      duration: 'PT1H30M',
      level: 'Beginner',
      numberOfPages: 12,
      skillTags: ['Privacy', null, ' ', 'Security'],
      lastModifiedDateTime: '2026-11-30T10:15:42.1234567Z',
    };

    expect(parseCourseContent(wire, ref)).toEqual({
      ...ref,
      externalId: 'SEC-101',
      title: 'Handling customer data safely',
      description: 'Short course.',
      webUrl: 'https://learn.example.com/courses/sec-101',
      thumbnailUrl: 'https://learn.example.com/img/sec-101.png',
      sourceName: 'Contoso Academy',
      languageTag: 'en-us',
      format: 'Course',
      durationMinutes: 90,
      level: 'beginner',
      pages: 12,
      skillTags: ['Privacy', 'Security'],
      lastModifiedDateTime: '2026-11-30T10:15:42.123Z',
    });
  });

  it.each([
    ['<p>Paragraph &amp; <b>bold</b></p>', 'Paragraph & bold'],
    ['Costs < 5 & > 3', 'Costs < 5 & > 3'],
    ['<br/>', undefined],
  ])('reads the description %j as %j', (description, expected) => {
    expect(parseCourseContent({ title: 'x', description }, ref)?.description).toBe(expected);
  });

  it('needs only a title', () => {
    const wire = { title: 'Only', skillTags: null, duration: null, level: null, numberOfPages: null };

    expect(parseCourseContent(wire, ref)).toEqual({ ...ref, title: 'Only', skillTags: [] });
    expect(parseCourseContent({ title: ' ' }, ref)).toBeUndefined();
    expect(parseCourseContent('PGh0bWw+', ref)).toBeUndefined();
  });

  it.each([
    ['PT45M', 45],
    ['P1DT2H', 1560],
    ['PT12M30S', 13],
    ['PT10S', 1],
    ['PDT1H', undefined],
    ['PT0S', undefined],
    ['-PT5M', undefined],
    ['', undefined],
    [45, undefined],
  ])('reads duration %j as %j minutes', (duration, expected) => {
    expect(parseCourseContent({ title: 'x', duration }, ref)?.durationMinutes).toBe(expected);
  });

  it.each([
    'http://learn.example.com/',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'https://user:secret@learn.example.com/',
    '//learn.example.com/',
    'not an address',
    null,
  ])('leaves out the address %j', (address) => {
    const content = parseCourseContent({ title: 'x', contentWebUrl: address, thumbnailWebUrl: address }, ref);

    expect(content).toEqual({ ...ref, title: 'x', skillTags: [] });
  });
});
