import type { CoursePattern } from '../../../src/config/values';
import { matchCourse } from '../../../src/features/share-course/course-patterns';

const providerId = '00000000-0000-4000-8000-0000000000a1';
const patterns: readonly CoursePattern[] = [
  {
    providerId,
    address: 'https://learn.example.com/courses/{externalContentId}',
    placeholder: 'externalContentId',
  },
  {
    providerId,
    address: 'https://lms.example.com/open?type=course&id={externalActivityId}',
    placeholder: 'externalActivityId',
  },
  { providerId, address: 'https://lms.example.com/c-{contentId}/start', placeholder: 'contentId' },
];

describe('matchCourse', () => {
  it.each([
    ['https://learn.example.com/courses/SEC-101', 'externalContentId', 'SEC-101'],
    ['https://learn.example.com/courses/SEC-101?utm=1#top', 'externalContentId', 'SEC-101'],
    ['https://learn.example.com/courses/O%27Neil', 'externalContentId', "O'Neil"],
    ['https://lms.example.com/open?id=ACT-1&type=course', 'externalActivityId', 'ACT-1'],
    ['https://lms.example.com/c-42/start', 'contentId', '42'],
  ])('finds the course of %s', (address, kind, id) => {
    expect(matchCourse(new URL(address), patterns)).toEqual({ providerId, kind, id });
  });

  it.each([
    'https://evil.example.com/courses/SEC-101',
    'http://learn.example.com/courses/SEC-101',
    'https://learn.example.com.evil.example/courses/SEC-101',
    'https://learn.example.com/courses/',
    'https://learn.example.com/courses/a/b',
    'https://learn.example.com/courses/%2e%2e%2fusers',
    'https://learn.example.com/courses/%E0%A4%A',
    `https://learn.example.com/courses/${'x'.repeat(201)}`,
    'https://lms.example.com/open?id=ACT-1',
    'https://lms.example.com/open?type=course',
    'https://lms.example.com/c-42/stop',
  ])('finds none in %s', (address) => {
    expect(matchCourse(new URL(address), patterns)).toBeUndefined();
  });
});
