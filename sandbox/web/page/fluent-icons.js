/**
 * Drawings for names of the icon catalog of Adaptive Cards, on a square of 20. They are drawn here: the catalog itself
 * comes with Teams.
 */
const CIRCLE = 'M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15z';

/** @type {Record<string, string>} */
const PATHS = {
  Add: 'M10 4v12M4 10h12',
  Alert: 'M10 3a5 5 0 0 0-5 5v4l-1.500 2.500h13L15 12V8a5 5 0 0 0-5-5zM8 14.500a2 2 0 0 0 4 0',
  ArrowClockwise: 'M16 10a6 6 0 1 1-2-4.500M16.500 3v3.500H13',
  ArrowCounterclockwise: 'M4 10a6 6 0 1 0 2-4.500M3.500 3v3.500H7',
  ArrowRight: 'M4 10h12M11 5l5 5-5 5',
  ArrowSync: 'M16 10a6 6 0 0 1-10.500 4M4 10a6 6 0 0 1 10.500-4M14.500 3v3h-3M5.500 17v-3h3',
  Book: 'M4.500 4.500A1.500 1.500 0 0 1 6 3h9.500v11H6a1.500 1.500 0 0 0 0 3h9.500M4.500 15.500v-11',
  BookOpen:
    'M10 5.500C8.500 4.200 5.500 4 3 4.500v11c2.500-.5 5.500-.3 7 1 1.500-1.300 4.500-1.500 7-1v-11c-2.500-.5-5.500-.3-7 1zM10 5.500v11',
  Calendar: 'M3.500 5.500h13v11h-13zM3.500 8.500h13M7 3.500v3M13 3.500v3',
  CalendarAdd: 'M3.500 5.500h13v11h-13zM3.500 8.500h13M7 3.500v3M13 3.500v3M10 10.500v4M8 12.500h4',
  CalendarClock:
    'M16.500 9V5.500h-13v11H9M3.500 8.500h13M7 3.500v3M13 3.500v3M14 17.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM14 12.300V14h1.500',
  Chat: 'M3 4.500h14v9.500H8.500L5 17v-3H3z',
  Checkmark: 'm4 10.500 4 4 8-9',
  CheckmarkCircle: `${CIRCLE}m-3.300-7.300 2.300 2.300 4.300-4.700`,
  Circle: CIRCLE,
  CircleHalfFill: `${CIRCLE}M10 2.500v15M12.500 4v12M15 6v8`,
  Clock: `${CIRCLE}M10 6v4.300l3 1.700`,
  Dismiss: 'm5 5 10 10M15 5 5 15',
  DismissCircle: `${CIRCLE}m-2.700-10.200 5.400 5.400m0-5.400-5.400 5.400`,
  Document: 'M5 2.500h6.500L15.500 6.500v11H5zM11.500 2.500v4h4',
  ErrorCircle: `${CIRCLE}M10 6v5M10 13.600v.1`,
  Eye: 'M2.500 10S5 5 10 5s7.500 5 7.500 5-2.500 5-7.500 5-7.500-5-7.500-5zM10 12.300a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z',
  Filter: 'M4 6h12M6.500 10h7M8.500 14h3',
  HatGraduation: 'm10 4 8 4-8 4-8-4zM5 10v4c1.500 1.300 3 2 5 2s3.500-.7 5-2v-4M17.500 8.500V13',
  Info: `${CIRCLE}M10 9v5M10 6.200v.1`,
  Library: 'M4 3.500v13M7.500 3.500v13M11 4l4.500 12',
  Lightbulb: 'M7.500 14c0-2-2.500-3-2.500-6a5 5 0 0 1 10 0c0 3-2.500 4-2.500 6zM8 17h4',
  LockClosed: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  Mail: 'M3 5h14v10.500H3zM3 6l7 5 7-5',
  Open: 'M9 4H4v12h12v-5M12 3.500h4.500V8M16.500 3.500 9.500 10.500',
  People:
    'M7.500 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm-5 7c0-3 2-4.500 5-4.500s5 1.500 5 4.500M13 9a2.500 2.500 0 1 0-.5-4.950M14 12c2.200.2 3.500 1.700 3.500 4.200',
  PeopleTeam:
    'M10 9a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 10 9zM5.500 16.500c0-3 1.800-4.500 4.500-4.500s4.500 1.500 4.500 4.500zM4 8.500a2 2 0 1 0 0-4M2 13c0-1 .5-2 1.500-2.500M16 8.500a2 2 0 1 1 0-4M18 13c0-1-.5-2-1.500-2.500',
  Person: 'M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.500c0-3 2.400-4.500 6-4.500s6 1.500 6 4.500',
  Play: 'M6 4v12l10-6z',
  QuestionCircle: `${CIRCLE}M7.800 8a2.200 2.200 0 1 1 3.400 1.800c-.8.500-1.200.9-1.200 1.700M10 13.900v.1`,
  Search: 'M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.300 13.300 17 17',
  Send: 'M3 3.500 17.500 10 3 16.500 5 10zM5 10h6',
  Settings:
    'M10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.500 1.500M13.500 13.500 15 15M15 5l-1.500 1.500M6.500 13.500 5 15',
  Share: 'M9 4H4v12h12v-4M11 13c0-4 2-6.500 6-6.500M14 3l3.500 3.500L14 10',
  ShieldCheckmark:
    'M10 2.500 16 5v5c0 3.500-2.300 6-6 7.500C6.300 16 4 13.500 4 10V5zM7.300 9.800l2 2 3.500-3.800',
  Star: 'm10 2.800 2.200 4.700 5 .7-3.600 3.500.9 5.100-4.500-2.400-4.500 2.400.9-5.100L2.800 8.200l5-.7z',
  ThumbLike:
    'M6.500 9v7.500h-3V9zM6.500 9 10 2.500c1.500 0 2.200 1 2 2.300L11.500 8h4.700l-1.400 7.200c-.2.8-.7 1.300-1.500 1.300H6.500',
  Timer: 'M10 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM10 7v3.500M8 2h4',
  Trophy: 'M6 3.500h8V9a4 4 0 0 1-8 0zM6 5H3c0 3 1 4.500 3 5M14 5h3c0 3-1 4.500-3 5M10 13v3M7 16.500h6',
  Video: 'M3 5.500h10v9H3zM13 9l4-2.500v7L13 11',
  Warning: 'M10 3.500 17.500 16.500h-15zM10 8.500v3.500M10 14.300v.1',
};

/** An icon of Teams that is not drawn here. */
const UNKNOWN = 'M4.500 4.500h11v11h-11z';

/**
 * The icon for eyes only: what it means stands beside it in words.
 * @param {string} name
 */
export function drawIcon(name) {
  const namespace = 'http://www.w3.org/2000/svg';
  const node = document.createElementNS(namespace, 'svg');
  node.setAttribute('viewBox', '0 0 20 20');
  node.setAttribute('class', 'icon');
  node.setAttribute('aria-hidden', 'true');
  node.dataset.name = name;
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', Object.hasOwn(PATHS, name) ? (PATHS[name] ?? UNKNOWN) : UNKNOWN);
  node.append(path);
  return node;
}
